import { Global, Module } from '@nestjs/common'
import { Metrics } from './metrics'
import { MetricsController } from './metrics.controller'
import { WorkMetrics } from './work-metrics'

/** Features register what of theirs is to be watched. */
@Global()
@Module({ controllers: [MetricsController], providers: [Metrics, WorkMetrics], exports: [Metrics] })
export class MetricsModule {}

import { Global, Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core'
import { ErrorFilter, ErrorStatuses } from './error-filter'
import { HealthController } from './health.controller'
import { IdempotentCalls } from './idempotent-calls'
import { OwnershipRules } from './ownership-rules'
import { RawRoutes } from './raw-routes'
import { RouteGuard } from './route-guard'
import { RouteTable } from './route-table'
import { validation } from './validation'

/** The gate of every request: routes table, validation, errors. */
@Global()
@Module({})
export class HttpModule {
  static withErrors(statusOf: (code: string) => number | undefined): DynamicModule {
    return {
      module: HttpModule,
      controllers: [HealthController],
      providers: [
        RouteTable,
        OwnershipRules,
        RawRoutes,
        IdempotentCalls,
        ErrorFilter,
        { provide: ErrorStatuses, useValue: { statusOf } },
        { provide: APP_GUARD, useClass: RouteGuard },
        { provide: APP_FILTER, useExisting: ErrorFilter },
        { provide: APP_PIPE, useValue: validation },
      ],
      exports: [RouteTable, OwnershipRules, RawRoutes, IdempotentCalls, ErrorFilter],
    }
  }
}

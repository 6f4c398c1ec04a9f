import { createHash, timingSafeEqual } from 'node:crypto'
import { Controller, Get, Headers, Res, type OnModuleInit } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { AppError, notFound } from '../errors/app-error'
import { Settings } from '../settings/settings'
import { Metrics } from './metrics'

/** For the monitoring system, which bears a token of its own: without METRICS_TOKEN there is no such page. */
@ApiExcludeController()
@Controller()
export class MetricsController implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.settings.metricsToken !== undefined) this.metrics.watchProcess()
  }

  @Get('metrics')
  async read(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { metricsToken } = this.settings
    if (metricsToken === undefined) throw notFound()
    if (!isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw new AppError('session-missing', {}, 401)
    const text = await this.metrics.text()
    await reply.header('cache-control', 'no-store').type(this.metrics.contentType).send(text)
  }
}

/** In the same time whatever is wrong with it, its length too. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

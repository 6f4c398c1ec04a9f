import { Controller, Get, Headers, Query, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import type { Campaign } from '../contract/campaign'
import type { ServerTime } from '../contract/time'
import type { UnitPage } from '../contract/units'
import { beijingDay, beijingTime, Clock } from '../platform/time/clock'
import { CampaignReference } from './campaign-reference'
import { CurrentCampaign } from './current-campaign'
import { searchUnits } from './unit-search'
import { UnitQueryDto } from './units.dto'

@ApiTags('public')
@Controller('api/v1')
export class CampaignsController {
  constructor(
    private readonly reference: CampaignReference,
    private readonly campaigns: CurrentCampaign,
    private readonly clock: Clock,
  ) {}

  /** Instant, and day and wall time in Asia/Shanghai. */
  @Get('time')
  time(@Res({ passthrough: true }) reply: FastifyReply): ServerTime {
    void reply.header('cache-control', 'no-store')
    const now = this.clock.now()
    return { now: now.toISOString(), day: beijingDay(now), time: beijingTime(now) }
  }

  /** What the season is: days, occupations, offices, fixed readings. 304 with `If-None-Match`. */
  @Get('campaigns/current')
  async current(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Campaign | undefined> {
    const { campaign, etag } = await this.campaigns.current()
    void reply.header('etag', etag).header('cache-control', 'no-cache')
    if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) !== true) return campaign
    void reply.status(304)
    return undefined
  }

  @Get('units')
  async units(@Query() search: UnitQueryDto): Promise<UnitPage> {
    return searchUnits(await this.reference.current(), search)
  }
}

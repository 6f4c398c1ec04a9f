import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { DeskList, ReviewView } from '../../contract'
import { Idempotent, type IdempotentCall } from '../../platform/http/idempotent-call'
import { IdempotentCalls } from '../../platform/http/idempotent-calls'
import { IfMatch } from '../../platform/http/if-match'
import { Caller, type Principal } from '../../platform/http/principal'
import { ApplicationChanges } from '../application-changes'
import { Claims } from '../submission/claims'
import { DeskOverviews } from './desk-overview'
import { DeskViews } from './desk-views'
import { Reviews } from './reviews'
import { ApproveDto, ClaimDecisionDto, DeskFilterDto, ReturnDto } from './unit-desk.dto'

/** The desk of the contacts of units and 主管部门. A contact of another unit gets 403 `not-your-unit`. */
@ApiTags('unit-desk')
@ApiBearerAuth()
@Controller('api/v1/unit-desk')
export class UnitDeskController {
  constructor(
    private readonly calls: IdempotentCalls,
    private readonly overviews: DeskOverviews,
    private readonly claims: Claims,
    private readonly views: DeskViews,
    private readonly changes: ApplicationChanges,
    private readonly reviews: Reviews,
  ) {}

  /** Written to the access log, as is every view. */
  @Get('applications')
  async list(@Caller() caller: Principal, @Query() filter: DeskFilterDto): Promise<DeskList> {
    return this.overviews.of(caller, filter)
  }

  /** Written to the access log. */
  @Get('applications/:id')
  view(@Param('id') id: string, @Caller() caller: Principal): Promise<ReviewView> {
    return this.views.of(id, caller)
  }

  @Post('applications/:id/approval')
  @HttpCode(200)
  async approve(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() body: ApproveDto,
  ): Promise<ReviewView> {
    return this.reviewed(id, caller, version, call, (manager, row) => this.reviews.approve(manager, row, caller, body))
  }

  @Post('applications/:id/return')
  @HttpCode(200)
  async giveBack(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() body: ReturnDto,
  ): Promise<ReviewView> {
    return this.reviewed(id, caller, version, call, (manager, row) =>
      this.reviews.giveBack(manager, row, caller, body.items),
    )
  }

  @Post('claims/:id/decision')
  @HttpCode(204)
  async decide(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @Idempotent() call: IdempotentCall,
    @Body() body: ClaimDecisionDto,
  ): Promise<void> {
    await this.calls.run(call, async (manager) => {
      await this.claims.decide(manager, id, body.granted, caller.accountId)
      return { id }
    })
  }

  /** Whoever comes second is shown what a contact may see, never the whole form. */
  private async reviewed(
    id: string,
    caller: Principal,
    version: number,
    call: IdempotentCall,
    work: Parameters<ApplicationChanges['step']>[3],
  ): Promise<ReviewView> {
    const view = () => this.views.of(id, caller)
    await this.views.roleOf(id, caller)
    await this.changes.step(id, version, call, work, view)
    return view()
  }
}

import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { ApplicationSummary, ApplicationView, EditableApplication, Page } from '../contract'
import { Idempotent, type IdempotentCall } from '../platform/http/idempotent-call'
import { IdempotentCalls } from '../platform/http/idempotent-calls'
import { IfMatch } from '../platform/http/if-match'
import { Caller, type Principal } from '../platform/http/principal'
import { Clock } from '../platform/time/clock'
import { ApplicationAccess } from './application-access'
import { ApplicationChanges } from './application-changes'
import { CreateDraftDto, EditDraftDto, SubmitDto, SupplementDto, WithdrawDto } from './applications.dto'
import { CreateDrafts } from './drafts/create-draft'
import { EditDrafts } from './drafts/edit-draft'
import { Supplements } from './papers/supplements'
import type { ApplicationRow } from './rows/application-row'
import { Submissions } from './submission/submit'
import type { Actor } from './transitions'
import { Summaries } from './views/summaries'
import { Withdrawals } from './withdrawal'

const actorOf = (row: ApplicationRow, { accountId }: Principal): Actor => ({
  kind: row.helper && row.accountId === accountId ? 'helper' : 'applicant',
  accountId,
})

/** The applicant's side. Every route but the list is for one's own applications (routes table). */
@ApiTags('applications')
@ApiBearerAuth()
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly clock: Clock,
    private readonly calls: IdempotentCalls,
    private readonly access: ApplicationAccess,
    private readonly summaries: Summaries,
    private readonly changes: ApplicationChanges,
    private readonly creating: CreateDrafts,
    private readonly editing: EditDrafts,
    private readonly submissions: Submissions,
    private readonly supplements: Supplements,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Get()
  async list(@Caller() caller: Principal): Promise<Page<ApplicationSummary>> {
    return { items: await this.summaries.of(await this.access.listOf(caller.accountId)) }
  }

  /** A draft; the same key again answers the same draft. */
  @Post()
  async create(
    @Caller() caller: Principal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateDraftDto,
  ): Promise<ApplicationView> {
    const { id } = await this.calls.run(call, async (manager) => ({
      id: await this.creating.create(manager, caller.accountId, body),
    }))
    return this.changes.view(id)
  }

  @Get(':id')
  view(@Param('id') id: string): Promise<ApplicationView> {
    return this.changes.view(id)
  }

  /** With the ID number whole, for the form. */
  @Get(':id/edit')
  editable(@Param('id') id: string): Promise<EditableApplication> {
    return this.changes.view(id, true)
  }

  @Patch(':id')
  edit(
    @Param('id') id: string,
    @Caller() { accountId }: Principal,
    @IfMatch() version: number,
    @Body() body: EditDraftDto,
  ): Promise<EditableApplication> {
    const edit = EditDraftDto.toEdit(body)
    return this.changes.edit(id, version, (manager, row) => this.editing.edit(manager, row, edit, accountId))
  }

  @Post(':id/submission')
  @HttpCode(200)
  async submit(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() body: SubmitDto,
  ): Promise<ApplicationView> {
    const at = this.clock.now()
    await this.changes.step(id, version, call, (manager, row) =>
      this.submissions.submit(manager, row, body, { ...actorOf(row, caller), at }),
    )
    return this.changes.view(id)
  }

  @Post(':id/correction')
  @HttpCode(200)
  async correct(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() body: SubmitDto,
  ): Promise<ApplicationView> {
    await this.changes.step(id, version, call, (manager, row) =>
      this.submissions.correct(manager, row, body, actorOf(row, caller)),
    )
    return this.changes.view(id)
  }

  /** A promised paper follows (三(三)). */
  @Post(':id/supplements')
  @HttpCode(200)
  async supplement(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() { paper }: SupplementDto,
  ): Promise<ApplicationView> {
    await this.changes.step(id, version, call, (manager, row) =>
      this.supplements.send(manager, row, paper, actorOf(row, caller)),
    )
    return this.changes.view(id)
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @Param('id') id: string,
    @Caller() caller: Principal,
    @IfMatch() version: number,
    @Idempotent() call: IdempotentCall,
    @Body() body: WithdrawDto,
  ): Promise<ApplicationView> {
    await this.changes.step(id, version, call, (manager, row) =>
      this.withdrawals.withdraw(manager, row, body, actorOf(row, caller)),
    )
    return this.changes.view(id)
  }
}

import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ApproveRequest, ContactRole, ReturnItem } from '../../contract'
import { reviewWindow } from '../../eligibility/deadlines'
import { Law } from '../../eligibility/law'
import type { Principal } from '../../platform/http/principal'
import { Clock } from '../../platform/time/clock'
import { factsOf } from '../office-snapshot'
import { Papers } from '../papers/papers'
import { returnItems } from '../papers/wire-kind'
import type { Standing } from '../place'
import { Places } from '../places'
import { refuse } from '../refuse'
import type { ApplicationRow, Attestation } from '../rows/application-row'
import { admittedVerdict } from '../submission/verdicts'
import { Transitions, type Actor, type Patch } from '../transitions'
import { deskRole, ownApplication, turnOf } from './desk-role'

const sides = { 'unit-contact': 'unit', 'department-contact': 'department' } as const

/** 单位审核 and 主管部门审核 (三(三)): approval or return by the contacts on the office's list. */
@Injectable()
export class Reviews {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly papers: Papers,
    private readonly transitions: Transitions,
  ) {}

  /** @throws AppError `not-your-unit`, `not-your-own`, `not-possible-now`, `review-closed`, `approval-not-eligible`; RowChanged */
  async approve(
    manager: EntityManager,
    row: ApplicationRow,
    principal: Principal,
    request: ApproveRequest,
  ): Promise<void> {
    const standing = await this.places.standing(row)
    const { role, actor } = this.reviewer(row, principal, standing)
    if (await ownApplication(manager, row, principal)) throw refuse('not-your-own')
    const event = `${sides[role]}-approved` as const
    await this.checkTurn(row, standing, role, event)
    const attestation = this.attested(row, role, standing, request)
    const patch = await this.withVerdict(row, { attestation })
    const facts = request.opinion ? { facts: { opinion: request.opinion } } : {}
    await this.transitions.take(manager, row, { event, actor, ...facts }, standing, patch)
  }

  /** @throws AppError `not-your-unit`, `not-your-own`, `not-possible-now`, `review-closed`; RowChanged */
  async giveBack(
    manager: EntityManager,
    row: ApplicationRow,
    principal: Principal,
    returned: ReturnItem[],
  ): Promise<void> {
    const standing = await this.places.standing(row)
    const { role, actor } = this.reviewer(row, principal, standing)
    if (await ownApplication(manager, row, principal)) throw refuse('not-your-own')
    const by = sides[role]
    const event = `${by}-returned` as const
    await this.checkTurn(row, standing, role, event)
    const items = returnItems(returned, await this.papers.asked(row))
    const at = this.clock.now().toISOString()
    const openReturn = { by, at, openedAt: at, items, ...(actor.who && { byName: actor.who }) }
    await this.transitions.take(manager, row, { event, actor, items }, standing, { openReturn })
  }

  private reviewer(
    row: ApplicationRow,
    principal: Principal,
    { place }: Standing,
  ): { role: ContactRole; actor: Actor } {
    const role = deskRole(place, principal, row.state)
    const who = role === 'unit-contact' ? place.unit?.name : place.department?.name
    return { role, actor: { kind: role, accountId: principal.accountId, ...(who && { who }) } }
  }

  /** A unit's contact does not decide for the department, nor the other way round; and nobody after the window. */
  private async checkTurn(row: ApplicationRow, { place }: Standing, role: ContactRole, event: string): Promise<void> {
    if (turnOf(row.state, place) !== role) throw refuse('not-possible-now', { state: row.state, event })
    const { pack } = await this.law.inForce(row.campaign)
    const { closed, closedAt } = reviewWindow(pack, this.clock.now())
    if (closed) throw refuse('review-closed', { closedAt })
  }

  private attested(
    row: ApplicationRow,
    role: ContactRole,
    { place, context }: Standing,
    request: ApproveRequest,
  ): Attestation {
    const before = row.attestation ?? { opinions: [] }
    const name = (role === 'unit-contact' ? place.unit?.name : place.department?.name) ?? ''
    const opinion = { by: sides[role], name, words: request.opinion ?? '', at: this.clock.now().toISOString() }
    const last = role === 'department-contact' || !context.departmentReviews
    return {
      ...before,
      ...(request.skillAttested !== undefined && { highSkillAttested: request.skillAttested }),
      ...(last && { unitConsent: true }),
      opinions: [...before.opinions, opinion],
    }
  }

  /** What the unit attests may change the verdict, so it is computed anew. */
  private async withVerdict(row: ApplicationRow, patch: Patch & Pick<ApplicationRow, 'attestation'>): Promise<Patch> {
    if (row.grade === null) return patch
    const law = await this.law.inForce(row.campaign)
    const facts = factsOf({ facts: row.facts, attestation: patch.attestation })
    const refusal = { code: 'approval-not-eligible' as const }
    return { ...patch, verdict: admittedVerdict(law, facts, row.grade, this.clock.now(), refusal) }
  }
}

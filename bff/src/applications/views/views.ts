import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ApplicationForm, ApplicationView, CorrectionLimit, ReturnView, StoredVerdict } from '../../contract'
import { registration } from '../../eligibility/deadlines'
import { Law, type LawInForce } from '../../eligibility/law'
import { maskIdNumber } from '../../platform/privacy/masks'
import { Clock } from '../../platform/time/clock'
import { editablePaths, limitOf } from '../drafts/editable'
import { factsOf } from '../office-snapshot'
import { verdictNow } from '../papers/asked-papers'
import { Papers } from '../papers/papers'
import { PersonData } from '../person-data'
import { Places } from '../places'
import type { ApplicationRow, OpenReturn } from '../rows/application-row'
import { ClaimRow } from '../rows/person-rows'
import { birthDateDiffers } from '../submission/form-problems'
import { possible } from '../table/table'
import { paymentOf } from './payment'
import { relayStatus } from './relay-status'
import { Summaries } from './summaries'
import { tasksOf } from './tasks'
import { timelineOf } from './timeline'

/** The whole of an application, as its own account or its unit's contact sees it. */
@Injectable()
export class Views {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly people: PersonData,
    private readonly places: Places,
    private readonly summaries: Summaries,
    private readonly papers: Papers,
  ) {}

  /** @param whole with the ID number unmasked: for the form of the person itself, for nobody else */
  async of(manager: EntityManager, row: ApplicationRow, whole = false): Promise<ApplicationView> {
    const law = await this.law.inForce(row.campaign)
    const place = await this.places.of(row)
    const form = this.people.form(row)
    const limit = limitOf(law, row, place.limit, this.clock.now())
    const verdict = row.verdict ?? verdictNow(law, row, this.clock.now())
    const papers = await this.papers.ofRow(manager, row)
    const differs = birthDateDiffers(form.idNumber, row.facts)
    return {
      ...this.summaries.from(row, law, place),
      form: whole ? form : masked(form),
      facts: factsOf(row),
      ...(place.unit && { unit: place.unit }),
      ...(verdict && { verdict }),
      ...(row.verdict && row.phoneVerdict && phoneDiffers(row.verdict, row.phoneVerdict)),
      ...(differs && { birthDateDiffers: differs }),
      tasks: tasksOf({ form, facts: row.facts, papers, ...(row.grade && { grade: row.grade }) }),
      checklist: papers.map(({ item }) => item),
      relay: await relayStatus(manager, row.id),
      ...(row.openReturn && limit && { returnedFor: returnView(row.openReturn, limit) }),
      editable: editablePaths(row, limit),
      actions: this.actions(law, row, limit),
      supplements: (row.supplements ?? []).map(({ item, state, promisedAt }) => ({ item, state, promisedAt })),
      payment: paymentOf(row.state, place, await this.places.fee(row)),
      ...(await claimOf(manager, row)),
      timeline: await timelineOf(manager, row.id),
    }
  }

  private actions(
    law: LawInForce,
    row: ApplicationRow,
    limit: CorrectionLimit | undefined,
  ): ApplicationView['actions'] {
    const open = registration(law.pack, this.clock.now()).state === 'open'
    return [
      ...(editablePaths(row, limit).length > 0 ? ['edit' as const] : []),
      ...(open && possible(row.state, 'submitted') ? ['submit' as const] : []),
      ...(limit && !limit.passed && possible(row.state, 'corrected') ? ['correct' as const] : []),
      ...(possible(row.state, 'withdrawn') ? ['withdraw' as const] : []),
    ]
  }
}

function returnView({ by, byName, at, items }: OpenReturn, limit: CorrectionLimit): ReturnView {
  return { by, ...(byName && { byName }), at, items, limit }
}

function masked(form: ApplicationForm): ApplicationForm {
  return form.idNumber ? { ...form, idNumber: maskIdNumber(form.idNumber) } : form
}

function phoneDiffers(server: StoredVerdict, phone: StoredVerdict['verdict']): Partial<ApplicationView> {
  return { phoneVerdictDiffers: { phone, server: server.verdict } }
}

async function claimOf(manager: EntityManager, row: ApplicationRow): Promise<Pick<ApplicationView, 'claim'>> {
  const claim = await manager.findOneBy(ClaimRow, { applicationId: row.id })
  return claim ? { claim: { state: claim.state } } : {}
}

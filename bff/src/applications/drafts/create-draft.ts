import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { consentVersions, type CreateDraft } from '../../contract'
import { parsedFacts } from '../../eligibility/assess-facts'
import { registration } from '../../eligibility/deadlines'
import { Law } from '../../eligibility/law'
import { Clock } from '../../platform/time/clock'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'
import { ApplicationConsentRow } from '../rows/person-rows'
import { Transitions } from '../transitions'

/** Begins a draft, with the consents without which no person data is kept. */
@Injectable()
export class CreateDrafts {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
  ) {}

  /** Answers the new id. @throws AppError `consent-needed`, `registration-closed`, `facts-invalid`, `pack-unknown` */
  async create(manager: EntityManager, accountId: string, request: CreateDraft): Promise<string> {
    checkWords('privacy', request.consentVersion)
    if (request.helper) checkWords('helper', request.helper.version)
    const law = await this.law.inForce(request.campaign)
    const now = this.clock.now()
    const window = registration(law.pack, now)
    if (window.state === 'closed') throw refuse('registration-closed', { closedAt: window.closedAt })
    const row = emptyRow(accountId, request, now)
    row.facts = parsedFacts(law, request.facts ?? {})
    const actor = { kind: row.helper ? ('helper' as const) : ('applicant' as const), accountId }
    await this.transitions.begin(manager, row, actor)
    await this.recordConsents(manager, row, request)
    return row.id
  }

  private async recordConsents(manager: EntityManager, row: ApplicationRow, request: CreateDraft): Promise<void> {
    const { id: applicationId, accountId, createdAt: at } = row
    const base = { applicationId, accountId, relation: null, at }
    await manager.insert(ApplicationConsentRow, {
      ...base,
      id: randomUUID(),
      kind: 'privacy',
      version: request.consentVersion,
    })
    if (!request.helper) return
    const { version, relation } = request.helper
    await manager.insert(ApplicationConsentRow, { ...base, id: randomUUID(), kind: 'helper', version, relation })
  }
}

export function emptyRow(accountId: string, request: CreateDraft, now: Date): ApplicationRow {
  return {
    id: randomUUID(),
    campaign: request.campaign,
    accountId,
    helper: request.helper ?? null,
    personId: null,
    liveKey: null,
    state: 'draft',
    since: now,
    version: 1,
    grade: request.grade ?? null,
    facts: {},
    attestation: null,
    nameSealed: null,
    idNumberSealed: null,
    phoneSealed: null,
    unitCode: null,
    unitName: null,
    workExperience: null,
    declaration: null,
    verdict: null,
    phoneVerdict: null,
    openReturn: null,
    supplements: null,
    recordNo: null,
    officeRevision: 0,
    eventRevision: 0,
    submittedAt: null,
    createdAt: now,
    updatedAt: now,
  }
}

function checkWords(kind: 'privacy' | 'helper', version: string | undefined): void {
  const known = consentVersions[kind]
  if (version === undefined || !known.includes(version)) throw refuse('consent-needed', { kind, version: known.at(-1) })
}

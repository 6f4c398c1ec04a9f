import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ApplicationForm, consentVersions, type SubmitRequest } from '../../contract'
import { registration } from '../../eligibility/deadlines'
import { Law, type LawInForce } from '../../eligibility/law'
import { Clock } from '../../platform/time/clock'
import { checkEditable, limitOf } from '../drafts/editable'
import { factsOf } from '../office-snapshot'
import { verdictNow } from '../papers/asked-papers'
import { isNeeded } from '../papers/open-papers'
import { checkingPages, type PaperProgress } from '../papers/paper-progress'
import { Papers } from '../papers/papers'
import { PersonData } from '../person-data'
import { Places } from '../places'
import { refuse } from '../refuse'
import { ApplicationRow } from '../rows/application-row'
import { ApplicationConsentRow } from '../rows/person-rows'
import { possible } from '../table/table'
import { Transitions, type Actor } from '../transitions'
import { missingForSubmission } from '../views/tasks'
import { checkForm } from './form-problems'
import { People } from './people'
import { handedPromises } from './promises'
import { agreedVerdict, isAdmitted } from './verdicts'

/** Who hands it in, and the instant at which that arrived here: waiting for the database takes nothing from the person. */
type ActorNow = Actor & { at: Date }

/** Submission of a draft, and of a correction: the same checks, another edge. */
@Injectable()
export class Submissions {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly personData: PersonData,
    private readonly people: People,
    private readonly places: Places,
    private readonly papers: Papers,
    private readonly transitions: Transitions,
  ) {}

  /**
   * @throws AppError `registration-not-open`, `registration-closed`, `form-incomplete`, `declaration-needed`, `form-invalid`, `id-number-invalid`,
   * `facts-invalid`, `verdict-differs`, `grade-not-eligible`, `live-application-exists`, `pages-checking`; ClaimNeeded, RowChanged
   */
  async submit(manager: EntityManager, row: ApplicationRow, request: SubmitRequest, actor: ActorNow): Promise<void> {
    this.checkPossible(row, 'submitted')
    const law = await this.law.inForce(row.campaign)
    const window = registration(law.pack, actor.at)
    if (window.state === 'not-open') throw refuse('registration-not-open', { opensOn: window.opensOn })
    if (window.state === 'closed') throw refuse('registration-closed', { closedAt: window.closedAt })
    const patch = { ...(await this.checked(manager, law, row, request)), submittedAt: actor.at }
    await this.recordDeclaration(manager, row)
    const standing = await this.places.standing({ ...row, ...patch })
    await this.transitions.take(manager, row, { event: 'submitted', actor, at: actor.at }, standing, patch)
  }

  /** @throws AppError `correction-limit-passed`, and those of `submit` but the window of registration */
  async correct(manager: EntityManager, row: ApplicationRow, request: SubmitRequest, actor: Actor): Promise<void> {
    this.checkPossible(row, 'corrected')
    const law = await this.law.inForce(row.campaign)
    const place = await this.places.of(row)
    checkEditable(row, limitOf(law, row, place.limit, this.clock.now()), [])
    const patch = await this.checked(manager, law, row, request)
    const standing = await this.places.standing({ ...row, ...patch })
    const items = row.openReturn?.items ?? []
    await this.transitions.take(manager, row, { event: 'corrected', actor, items }, standing, {
      ...patch,
      openReturn: null,
    })
  }

  private checkPossible(row: ApplicationRow, event: 'submitted' | 'corrected'): void {
    if (!possible(row.state, event)) throw refuse('not-possible-now', { state: row.state, event })
  }

  private async checked(
    manager: EntityManager,
    law: LawInForce,
    row: ApplicationRow,
    request: SubmitRequest,
  ): Promise<Pick<ApplicationRow, 'verdict' | 'phoneVerdict' | 'personId' | 'supplements'>> {
    const papers = await this.papers.ofRow(manager, row)
    const needed = this.neededPapers(law, row, papers)
    const { form, grade, idNumber } = this.complete(row, needed)
    checkForm(form)
    const facts = { facts: factsOf(row), own: row.facts, grade }
    const agreed = agreedVerdict(law, facts, request, this.clock.now())
    const personId = await this.people.personFor(manager, row, idNumber)
    await this.checkLive(manager, row, personId)
    const checking = checkingPages(needed)
    if (checking.length > 0) throw refuse('pages-checking', { pages: checking })
    return { ...agreed, personId, supplements: handedPromises(papers, row.supplements) }
  }

  /** Who cannot be admitted is told that, and not to photograph papers first. */
  private neededPapers(law: LawInForce, row: ApplicationRow, papers: PaperProgress[]): PaperProgress[] {
    const verdict = verdictNow(law, row, this.clock.now())
    return verdict && isAdmitted(verdict.verdict) ? papers.filter((paper) => isNeeded(row, paper)) : []
  }

  private complete(
    row: ApplicationRow,
    papers: PaperProgress[],
  ): {
    form: ApplicationForm
    grade: NonNullable<typeof row.grade>
    idNumber: string
  } {
    const form = this.personData.form(row)
    const { grade, facts } = row
    const missing = missingForSubmission({ form, facts, papers, ...(grade && { grade }) })
    const words = form.declaration?.version
    const unknownWords = words !== undefined && !consentVersions.declaration.includes(words)
    if (unknownWords || (missing.length === 1 && missing[0] === 'form.declaration')) throw refuse('declaration-needed')
    if (grade === null || form.idNumber === undefined || missing.length > 0)
      throw refuse('form-incomplete', { missing })
    return { form, grade, idNumber: form.idNumber }
  }

  /** The unique key decides in the end; this tells which application it is, to whom it belongs. */
  private async checkLive(manager: EntityManager, row: ApplicationRow, personId: string): Promise<void> {
    const live = await manager.findOneBy(ApplicationRow, { liveKey: `${row.campaign}:${personId}` })
    if (live && live.id !== row.id) throw refuse('live-application-exists', { applicationId: live.id })
  }

  private async recordDeclaration(manager: EntityManager, row: ApplicationRow): Promise<void> {
    const consent = { id: randomUUID(), applicationId: row.id, accountId: row.accountId, relation: null }
    const version = row.declaration?.version ?? ''
    await manager.insert(ApplicationConsentRow, { ...consent, kind: 'declaration', version, at: this.clock.now() })
  }
}

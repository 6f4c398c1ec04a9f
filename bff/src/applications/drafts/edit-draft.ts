import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ApplicationForm, Declaration, EditDraft } from '../../contract'
import { parsedFacts } from '../../eligibility/assess-facts'
import { Law } from '../../eligibility/law'
import { Consents } from '../../platform/privacy/consents'
import { Clock } from '../../platform/time/clock'
import { changedPaths } from '../item-path'
import { PersonData } from '../person-data'
import { Places } from '../places'
import { refuse } from '../refuse'
import { ApplicationRow } from '../rows/application-row'
import { RowChanged } from '../row-changed'
import { checkEditable, limitOf } from './editable'
import { changedFacts, mergedForm, ownFacts } from './form-changes'

/** Keeps what the person typed, whole or not, as soon as it is typed; in a returned application only the returned items. */
@Injectable()
export class EditDrafts {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly people: PersonData,
    private readonly places: Places,
    private readonly consents: Consents,
  ) {}

  /** @throws AppError `consent-needed`, `facts-invalid`, `form-invalid`, `not-editable`, `unit-approved-already`, `correction-limit-passed`; RowChanged */
  async edit(manager: EntityManager, row: ApplicationRow, request: EditDraft, accountId: string): Promise<void> {
    if (request.form?.idNumber) await this.consents.demand(accountId, 'sensitive-data')
    const law = await this.law.inForce(row.campaign)
    const now = this.clock.now()
    const before = this.people.form(row)
    const form = this.withAcceptance(before, mergedForm(before, request.form ?? {}), now)
    const facts = request.facts === undefined ? row.facts : ownFacts(row, parsedFacts(law, request.facts))
    const grade = request.grade ?? row.grade
    const { limit: rule } = await this.places.of(row)
    checkEditable(row, limitOf(law, row, rule, now), [
      ...changedPaths(before, form, 'form'),
      ...changedFacts(row.facts, facts),
      ...(grade === row.grade ? [] : ['grade']),
    ])
    // What one unit has approved is not another's word.
    if (row.attestation && changedPaths(before.unit, form.unit, 'form.unit').length > 0)
      throw refuse('unit-approved-already')
    const changes = { facts, grade, ...(request.form && (await this.columns(row.id, form))) }
    await this.write(manager, row, changes, now)
  }

  private async columns(id: string, form: ApplicationForm): Promise<Partial<ApplicationRow>> {
    const { unit, workExperience = null, declaration = null } = form
    const unitCode = unit && 'code' in unit ? unit.code : null
    const unitName = unit && 'typedName' in unit ? unit.typedName.trim() : null
    if (unitCode !== null && !(await this.places.isListed(unitCode)))
      throw refuse('form-invalid', { problems: [{ field: 'form.unit', code: 'unknown-unit' }] })
    const { name = null, idNumber = null, phone = null } = form
    const person = this.people.columns(id, { name, idNumber, phone })
    return { ...person, unitCode, unitName, workExperience, declaration }
  }

  /** The server says when the declaration was accepted. */
  private withAcceptance(before: ApplicationForm, form: ApplicationForm, now: Date): ApplicationForm {
    if (!form.declaration) return form
    const { accepted, version } = form.declaration
    const known = before.declaration
    const same = known?.accepted === accepted && known.version === version
    const declaration: Declaration = same
      ? known
      : { accepted, version, ...(accepted && { acceptedAt: now.toISOString() }) }
    return { ...form, declaration }
  }

  private async write(
    manager: EntityManager,
    row: ApplicationRow,
    changes: Partial<ApplicationRow>,
    now: Date,
  ): Promise<void> {
    const where = { id: row.id, version: row.version }
    const result = await manager.update(ApplicationRow, where, { ...changes, version: row.version + 1, updatedAt: now })
    if (result.affected !== 1) throw new RowChanged()
  }
}

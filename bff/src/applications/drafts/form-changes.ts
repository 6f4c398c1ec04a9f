import type { ApplicationForm, EditDraft, Facts } from '../../contract'
import { normaliseIdNumber } from '../../eligibility/id-number'
import { changedPaths } from '../item-path'
import type { ApplicationRow } from '../rows/application-row'

/** The form after the edit: parts replace parts, null clears one. An ID number is kept without spaces, with a capital X. */
export function mergedForm(form: ApplicationForm, edit: NonNullable<EditDraft['form']>): ApplicationForm {
  const given = Object.entries(edit).filter(([, value]) => value !== undefined)
  const merged = Object.entries({ ...form, ...Object.fromEntries(given) }).filter(([, value]) => value !== null)
  const after: ApplicationForm = Object.fromEntries(merged)
  return after.idNumber === undefined ? after : { ...after, idNumber: normaliseIdNumber(after.idNumber) }
}

/** Paths at which two facts differ; “不清楚” counts as a change of the fact that it is said of. */
export function changedFacts(before: Facts, after: Facts): string[] {
  const { unsure: unsureBefore = [], ...one } = before
  const { unsure: unsureAfter = [], ...other } = after
  const toggled = [
    ...unsureBefore.filter((path) => !unsureAfter.includes(path)),
    ...unsureAfter.filter((path) => !unsureBefore.includes(path)),
  ]
  return [...changedPaths(one, other, 'facts'), ...toggled.map((path) => `facts.${path}`)]
}

/** The phone sends back what it was shown, with what the unit attested: that stays the unit's, and the person's own word as it was. */
export function ownFacts(row: Pick<ApplicationRow, 'facts' | 'attestation'>, shown: Facts): Facts {
  const own = { ...shown }
  for (const key of ['highSkillAttested', 'unitConsent'] as const) {
    if (row.attestation?.[key] === undefined || own[key] !== row.attestation[key]) continue
    delete own[key]
    if (row.facts[key] !== undefined) own[key] = row.facts[key]
  }
  return own
}

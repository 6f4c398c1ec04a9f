import type { ApplicationForm, EditDraft, Facts } from '../../contract'
import { changedPaths } from '../item-path'

/** The form after the edit: parts replace parts, null clears one. */
export function mergedForm(form: ApplicationForm, edit: NonNullable<EditDraft['form']>): ApplicationForm {
  const merged = Object.entries({ ...form, ...edit }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(merged)
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

import { type ApplicationForm, type EditableApplication, type EditDraft, type FormKey } from '@app/contract'

/** What can be changed by itself; an edit replaces a whole part. */
export const formKeys = ['name', 'idNumber', 'phone', 'unit', 'workExperience', 'declaration'] as const
export type Part = `form.${FormKey}` | 'facts' | 'grade'

const allParts: readonly Part[] = [...formKeys.map((key) => `form.${key}` as const), 'facts', 'grade']

type Content = Pick<EditableApplication, 'form' | 'facts' | 'grade'>

const formKey = (part: Part): FormKey | undefined => formKeys.find((key) => `form.${key}` === part)

/** A part's value in an edit or an application; a cleared part is undefined. */
export const valueOf = (of: EditDraft | Content, part: Part): unknown => {
  if (part === 'facts') return of.facts
  if (part === 'grade') return of.grade
  const key = formKey(part)
  return (key && of.form?.[key]) ?? undefined
}

/** The parts that an edit names, cleared ones as well. */
export const partsOf = (edit: EditDraft): Part[] =>
  allParts.filter((part) => {
    const key = formKey(part)
    return key ? edit.form?.[key] !== undefined : valueOf(edit, part) !== undefined
  })

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Equal in content; what is absent equals undefined, and the moment of accepting is the server's own. */
export const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  keys.delete('acceptedAt')
  return [...keys].every((key) => same(one[key], other[key]))
}

/** Later edits over earlier ones. */
export const together = (earlier: EditDraft, later: EditDraft): EditDraft => ({
  ...earlier,
  ...later,
  ...(earlier.form || later.form ? { form: { ...earlier.form, ...later.form } } : {}),
})

/** What is still to be sent after `sent` was stored: parts typed on meanwhile. */
export const remaining = (now: EditDraft, sent: EditDraft): EditDraft =>
  partsOf(now).reduce<EditDraft>((rest, part) => {
    if (same(valueOf(now, part), valueOf(sent, part))) return rest
    const key = formKey(part)
    if (key) return together(rest, { form: { [key]: now.form?.[key] ?? null } })
    if (part === 'facts') return now.facts ? { ...rest, facts: now.facts } : rest
    return now.grade ? { ...rest, grade: now.grade } : rest
  }, {})

/** What stands on the screen: the server's copy with what was typed since laid over it. */
export const merged = ({ form, facts, grade }: Content, changes: EditDraft): Content => {
  const parts = Object.entries({ ...form, ...changes.form }).filter(([, value]) => value !== null)
  const whole: ApplicationForm = Object.fromEntries(parts)
  const shown = changes.grade ?? grade
  return { form: whole, facts: changes.facts ?? facts, ...(shown ? { grade: shown } : {}) }
}

/** Parts that were changed here and, to something else, on another phone since. */
export const clashes = (base: Content, changes: EditDraft, stored: Content): Part[] =>
  partsOf(changes).filter((part) => {
    const there = valueOf(stored, part)
    return !same(valueOf(changes, part), there) && !same(valueOf(base, part), there)
  })

/** An edit without these parts. */
export const without = (edit: EditDraft, dropped: readonly Part[]): EditDraft =>
  remaining(
    edit,
    dropped.reduce<EditDraft>((given, part) => {
      const key = formKey(part)
      if (key) return together(given, { form: { [key]: edit.form?.[key] ?? null } })
      return part === 'facts'
        ? { ...given, ...(edit.facts && { facts: edit.facts }) }
        : { ...given, ...(edit.grade && { grade: edit.grade }) }
    }, {}),
  )

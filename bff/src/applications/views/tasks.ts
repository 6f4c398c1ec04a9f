import type { ApplicationForm, Facts, Grade, Task, TaskId } from '../../contract'
import { checkingPages, missingPapers, type PaperProgress } from '../papers/paper-progress'

export interface Filled {
  form: ApplicationForm
  facts: Facts
  grade?: Grade
  papers: readonly PaperProgress[]
}

interface Rule {
  id: TaskId
  missing: (filled: Filled) => string[]
  /** Parts that the self-check cannot have filled: with none of them, the task is not begun. */
  begun: (filled: Filled) => boolean
  /** Nothing is missing, but something is not settled yet. */
  unsettled?: (filled: Filled) => boolean
}

type Need = { path: string; given: (filled: Filled) => boolean }

const each =
  (...needs: Need[]) =>
  (filled: Filled) =>
    needs.filter(({ given }) => !given(filled)).map(({ path }) => path)

const anyOf = (...values: unknown[]) => values.some((value) => value !== undefined && value !== '')

const rules: Rule[] = [
  {
    id: 'basics',
    missing: each(
      { path: 'form.name', given: ({ form }) => Boolean(form.name?.trim()) },
      { path: 'form.idNumber', given: ({ form }) => Boolean(form.idNumber) },
      { path: 'form.phone', given: ({ form }) => Boolean(form.phone) },
      { path: 'form.unit', given: ({ form }) => form.unit !== undefined },
      { path: 'grade', given: ({ grade }) => grade !== undefined },
    ),
    begun: ({ form }) => anyOf(form.name, form.idNumber, form.phone, form.unit),
  },
  {
    id: 'experience',
    missing: each({ path: 'form.workExperience', given: ({ form }) => Boolean(form.workExperience?.length) }),
    begun: ({ form }) => Boolean(form.workExperience?.length),
  },
  {
    id: 'certificates',
    missing: each({ path: 'facts.certificates', given: ({ facts }) => facts.certificates !== undefined }),
    begun: ({ facts }) => facts.certificates !== undefined,
  },
  {
    id: 'papers',
    missing: ({ papers }) => missingPapers(papers),
    begun: ({ papers }) => papers.some(({ pages, promise }) => pages.length > 0 || promise !== undefined),
    unsettled: ({ papers }) => checkingPages(papers).length > 0,
  },
  {
    id: 'declaration',
    missing: each({ path: 'form.declaration', given: ({ form }) => form.declaration?.accepted === true }),
    begun: ({ form }) => form.declaration?.accepted === true,
  },
]

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺, each with how far it is and what it still needs. */
export function tasksOf(filled: Filled): Task[] {
  return rules.map(({ id, missing: missingOf, begun, unsettled }) => {
    const missing = missingOf(filled)
    const done = missing.length === 0 && !unsettled?.(filled)
    return { id, state: !begun(filled) ? 'not-started' : done ? 'done' : 'in-progress', missing }
  })
}

/** What is still needed before it can be submitted, in the order of the tasks. */
export function missingForSubmission(filled: Filled): string[] {
  return tasksOf(filled).flatMap((task) => task.missing)
}

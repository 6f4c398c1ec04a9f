import type { ApplicationForm, Facts, Grade, Task, TaskId } from '../../contract'

export interface Filled {
  form: ApplicationForm
  facts: Facts
  grade?: Grade
}

interface Rule {
  id: TaskId
  needs: { path: string; given: (filled: Filled) => boolean }[]
  /** Parts that the self-check cannot have filled: with none of them, the task is not begun. */
  begun: (filled: Filled) => boolean
  blocksSubmit: boolean
}

const anyOf = (...values: unknown[]) => values.some((value) => value !== undefined && value !== '')

const rules: Rule[] = [
  {
    id: 'basics',
    needs: [
      { path: 'form.name', given: ({ form }) => Boolean(form.name?.trim()) },
      { path: 'form.idNumber', given: ({ form }) => Boolean(form.idNumber) },
      { path: 'form.phone', given: ({ form }) => Boolean(form.phone) },
      { path: 'form.unit', given: ({ form }) => form.unit !== undefined },
      { path: 'grade', given: ({ grade }) => grade !== undefined },
    ],
    begun: ({ form }) => anyOf(form.name, form.idNumber, form.phone, form.unit),
    blocksSubmit: true,
  },
  {
    id: 'experience',
    needs: [{ path: 'form.workExperience', given: ({ form }) => Boolean(form.workExperience?.length) }],
    begun: ({ form }) => Boolean(form.workExperience?.length),
    blocksSubmit: true,
  },
  {
    id: 'certificates',
    needs: [{ path: 'facts.certificates', given: ({ facts }) => facts.certificates !== undefined }],
    begun: ({ facts }) => facts.certificates !== undefined,
    blocksSubmit: true,
  },
  // Pages of papers come with the feature `documents`, which then says how far they are.
  { id: 'papers', needs: [], begun: () => false, blocksSubmit: false },
  {
    id: 'declaration',
    needs: [{ path: 'form.declaration', given: ({ form }) => form.declaration?.accepted === true }],
    begun: ({ form }) => form.declaration?.accepted === true,
    blocksSubmit: true,
  },
]

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺, each with how far it is and what it still needs. */
export function tasksOf(filled: Filled): Task[] {
  return rules.map(({ id, needs, begun, blocksSubmit }) => {
    const missing = needs.filter(({ given }) => !given(filled)).map(({ path }) => path)
    const state = !begun(filled) ? 'not-started' : missing.length === 0 ? 'done' : 'in-progress'
    return { id, state, missing, blocksSubmit }
  })
}

/** What is still needed before it can be submitted, in the order of the tasks. */
export function missingForSubmission(filled: Filled): string[] {
  return tasksOf(filled).flatMap((task) => (task.blocksSubmit ? task.missing : []))
}

import { missingForSubmission, tasksOf } from './tasks'

const whole = {
  form: {
    name: '样例甲',
    idNumber: '419999197501010018',
    phone: '12000000001',
    unit: { code: 'u1' },
    workExperience: [{ from: '2005-09', employer: '示例单位', post: '保管工' }],
    declaration: { accepted: true, version: '1' },
  },
  facts: { certificates: [] },
  grade: 3 as const,
}

describe('the task list', () => {
  it('begins with nothing started, and says what each task needs', () => {
    const tasks = tasksOf({ form: {}, facts: {} })
    expect(tasks.map(({ state }) => state)).toEqual(Array(5).fill('not-started'))
    expect(tasks[0]?.missing).toEqual(['form.name', 'form.idNumber', 'form.phone', 'form.unit', 'grade'])
  })

  it('is in progress while a begun task lacks something', () => {
    const [basics] = tasksOf({ ...whole, form: { name: '样例甲' } })
    expect(basics).toMatchObject({ state: 'in-progress', missing: ['form.idNumber', 'form.phone', 'form.unit'] })
  })

  it('is not begun by what the self-check alone has filled', () => {
    expect(tasksOf({ form: {}, facts: { workStart: '2005-09' }, grade: 3 })[0]?.state).toBe('not-started')
  })

  it('takes “no certificates” as an answer', () => {
    expect(tasksOf(whole)[2]).toMatchObject({ state: 'done', missing: [] })
  })

  it('lets the papers stay open at submission and nothing else', () => {
    expect(missingForSubmission(whole)).toEqual([])
    expect(missingForSubmission({ form: {}, facts: {} })).toEqual([
      'form.name',
      'form.idNumber',
      'form.phone',
      'form.unit',
      'grade',
      'form.workExperience',
      'facts.certificates',
      'form.declaration',
    ])
  })

  it('does not take a blank name for a name', () => {
    expect(missingForSubmission({ ...whole, form: { ...whole.form, name: '  ' } })).toEqual(['form.name'])
  })
})

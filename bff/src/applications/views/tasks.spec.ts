import type { PageState, PaperState } from '../../contract'
import type { PaperProgress } from '../papers/paper-progress'
import { missingForSubmission, tasksOf } from './tasks'

function paper(id: string, state: PaperState, pages = 0, pageState: PageState = 'usable'): PaperProgress {
  const page = { id, paper: id, state: pageState }
  return { item: { id }, state, pages: Array.from({ length: pages }, () => page) } as unknown as PaperProgress
}

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
  papers: [paper('id-card', 'complete', 2)],
}

describe('the task list', () => {
  it('begins with nothing started, and says what each task needs', () => {
    const tasks = tasksOf({ form: {}, facts: {}, papers: [] })
    expect(tasks.map(({ state }) => state)).toEqual(Array(5).fill('not-started'))
    expect(tasks[0]?.missing).toEqual(['form.name', 'form.idNumber', 'form.phone', 'form.unit', 'grade'])
  })

  it('is in progress while a begun task lacks something', () => {
    const [basics] = tasksOf({ ...whole, form: { name: '样例甲' } })
    expect(basics).toMatchObject({ state: 'in-progress', missing: ['form.idNumber', 'form.phone', 'form.unit'] })
  })

  it('is not begun by what the self-check alone has filled', () => {
    expect(tasksOf({ form: {}, papers: [], facts: { workStart: '2005-09' }, grade: 3 })[0]?.state).toBe('not-started')
  })

  it('takes “no certificates” as an answer', () => {
    expect(tasksOf(whole)[2]).toMatchObject({ state: 'done', missing: [] })
  })

  it('needs each paper complete or promised, and says which are not', () => {
    const papers = [paper('id-card', 'too-few', 1), paper('photo', 'missing'), paper('yearly', 'promised')]
    const refused = [paper('education', 'refused', 1), paper('work', 'returned', 1)]
    expect(tasksOf({ ...whole, papers: [...papers, ...refused] })[3]).toEqual({
      id: 'papers',
      state: 'in-progress',
      missing: ['papers.id-card', 'papers.photo', 'papers.education', 'papers.work'],
    })
    expect(tasksOf({ ...whole, papers: [paper('photo', 'missing')] })[3]?.state).toBe('not-started')
  })

  it('lacks no paper whose pages are still being looked at, but is not done before they are', () => {
    const looking = { ...whole, papers: [paper('id-card', 'checking', 2, 'checking')] }
    expect(tasksOf(looking)[3]).toMatchObject({ state: 'in-progress', missing: [] })
  })

  it('names what is needed in the order of the tasks', () => {
    expect(missingForSubmission(whole)).toEqual([])
    expect(missingForSubmission({ form: {}, facts: {}, papers: [] })).toEqual([
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

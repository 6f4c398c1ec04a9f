import { applicationStates, officeEvents, ownEvents, type ApplicationState } from '../../contract'
import { conditions, type Condition, type Edge, type EdgeContext, stageOf } from './edge'
import { edges, ends, freeing, next, possible } from './table'

const contexts: EdgeContext[] = [true, false].flatMap((departmentReviews) =>
  (['online', 'counter', 'free'] as const).flatMap((payment) =>
    ([1, 4] as const).map((grade) => ({ departmentReviews, payment, grade })),
  ),
)
const name = (edge: Edge) =>
  `${edge.from ?? 'beginning'} --${edge.event}${edge.when ? ` [${edge.when}]` : ''}--> ${edge.to}`

describe('the table of states', () => {
  it.each(edges.map((edge) => [name(edge), edge] as const))('takes %s where its condition holds', (_, edge) => {
    const fitting = contexts.filter((context) => !edge.when || conditions[edge.when](context))
    expect(fitting.length).toBeGreaterThan(0)
    for (const context of fitting) expect(next(edge.from, edge.event, context)).toBe(edge)
  })

  it('never leaves it open which of two edges is taken', () => {
    for (const context of contexts)
      for (const state of [null, ...applicationStates])
        for (const event of [...ownEvents, ...officeEvents]) {
          const open = edges.filter(
            (edge) => edge.from === state && edge.event === event && (!edge.when || conditions[edge.when](context)),
          )
          expect(open.length).toBeLessThanOrEqual(1)
        }
  })

  it('never depends on the context for whether an event is possible', () => {
    for (const state of applicationStates)
      for (const event of [...ownEvents, ...officeEvents])
        for (const context of contexts) expect(next(state, event, context) !== undefined).toBe(possible(state, event))
  })

  it('reaches every state from the beginning', () => {
    const reached = new Set<ApplicationState | null>([null])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const edge of edges) if (reached.has(edge.from)) reached.add(edge.to)
    }
    expect([...reached].filter((state) => state !== null).sort()).toEqual([...applicationStates].sort())
  })

  it('uses every event', () => {
    const used = new Set(edges.map((edge) => edge.event))
    expect([...ownEvents, ...officeEvents].filter((event) => !used.has(event))).toEqual([])
  })

  it('leaves an end only where the notice itself says so', () => {
    const leaving = edges.filter((edge) => edge.from && ends.includes(edge.from) && edge.to !== edge.from).map(name)
    expect(leaving.sort()).toEqual([
      'abandoned --payment-confirmed--> confirmed',
      'abandoned --payment-recorded--> confirmed',
      'certified --disqualified--> disqualified',
      'not-passed --disqualified--> disqualified',
    ])
  })

  it('has a way out of every state that is no end', () => {
    const stuck = applicationStates.filter(
      (state) => !ends.includes(state) && !edges.some((edge) => edge.from === state && edge.to !== state),
    )
    expect(stuck).toEqual([])
  })

  it('lets the person withdraw before confirmation and never after it', () => {
    const from = applicationStates.filter((state) => possible(state, 'withdrawn'))
    expect(from).toEqual(applicationStates.slice(0, applicationStates.indexOf('confirmed')))
  })

  it('frees the person for another application only by ends', () => {
    expect(freeing.filter((state) => !ends.includes(state))).toEqual([])
  })

  it('tells the stage of the state that is reached, and a notice or why there is none', () => {
    for (const edge of edges) {
      expect(edge.stage).toBe(stageOf[edge.to])
      expect(typeof edge.notice === 'string' ? edge.notice : edge.notice.none).not.toBe('')
    }
  })

  it('tells the office of what happens to an application that it already has', () => {
    const silent = edges.filter((edge) => edge.event === 'corrected' && edge.from === 'office-returned' && !edge.sends)
    expect(silent).toEqual([])
    const known: Condition[] = ['no-department']
    expect(edges.filter((edge) => edge.sends === 'application').map((edge) => edge.when ?? edge.from)).toEqual([
      ...known,
      'department-review',
      'department-review',
    ])
  })
})

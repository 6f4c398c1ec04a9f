import { Engine, type NestedCondition } from 'json-rules-engine'
import { type Answers, bitOf } from './answers'
import { type Digested } from './digested'

/** The notice for json-rules-engine: a rule per grade, every reading pinned. */
const is = (fact: keyof Digested, operator: string, value: unknown): NestedCondition => ({ fact, operator, value })
const equal = (fact: keyof Digested, value: unknown) => is(fact, 'equal', value)
const over = (fact: keyof Digested, value: unknown) => is(fact, 'greaterThan', value)
const upTo = (fact: keyof Digested, value: unknown) => is(fact, 'lessThanInclusive', value)
const all = (...conditions: NestedCondition[]): NestedCondition => ({ all: conditions })
const any = (...conditions: NestedCondition[]): NestedCondition => ({ any: conditions })

const fiveYearsBefore = 20181231
const none = 99999999

const gates = (grade: number): NestedCondition[] => [
  is('staff', 'notEqual', 'dispatched'),
  equal('retired', false),
  over('retirementDay', 20230310),
  equal('targetOpen', true),
  over('ownBest', grade),
  equal('refused', false),
  is('falsificationYear', 'lessThan', 2021),
]

const yearsPathOpen = is('bindingBest', 'greaterThanInclusive', { fact: 'ownBest' })
const sameGradeElsewhere = (grade: number) => all(equal('elsewhereBest', grade), over('ownBest', grade))
const held = (own: keyof Digested) => upTo(own, fiveYearsBefore)
const heldInBoth = (own: keyof Digested, elsewhere: keyof Digested) =>
  all(is(own, 'lessThan', none), is(elsewhere, 'lessThan', none), any(held(own), held(elsewhere)))

const exempted = any(over('exemptingOn', { fact: 'grade2On' }), is('utilityModels', 'greaterThanInclusive', 2))
const enoughYears = (years: number) => is('workYears', 'greaterThanInclusive', years)

const relaxed = all(
  equal('education', 1),
  equal('skill', 'attested'),
  any(
    all(equal('sex', 'male'), is('age', 'greaterThanInclusive', 50)),
    all(equal('sex', 'female'), is('age', 'greaterThanInclusive', 45)),
  ),
)

const conditions: Readonly<Record<string, NestedCondition[]>> = {
  5: [upTo('regularisedOn', 20230930), any(all(is('workYears', 'lessThan', 10), yearsPathOpen), sameGradeElsewhere(5))],
  4: [
    any(
      held('own5'),
      all(enoughYears(10), yearsPathOpen),
      sameGradeElsewhere(4),
      heldInBoth('own5', 'elsewhere5'),
      held('cancelled5'),
    ),
  ],
  3: [
    any(
      held('own4'),
      all(enoughYears(18), yearsPathOpen),
      sameGradeElsewhere(3),
      heldInBoth('own4', 'elsewhere4'),
      held('cancelled4'),
    ),
  ],
  2: [
    is('skill', 'notEqual', 'denied'),
    any(held('own3'), sameGradeElsewhere(2), heldInBoth('own3', 'elsewhere3'), held('cancelled3')),
    any(equal('education', 2), relaxed),
  ],
  1: [
    any(equal('elsewhereBest', 1), enoughYears(25)),
    any(equal('elsewhereBest', 1), all(is('own2', 'lessThan', none), any(held('own2'), held('elsewhere2')))),
    any(equal('appointed', true), equal('organisation', 'government-body')),
    any(equal('education', 2), exempted),
    any(all(equal('failedYears', 0), is('goodYears', 'greaterThanInclusive', 2)), exempted),
  ],
}

export function jsonRules(): (facts: Digested) => Promise<Answers> {
  const engine = new Engine()
  for (const [grade, own] of Object.entries(conditions)) {
    engine.addRule({ conditions: { all: [...gates(Number(grade)), ...own] }, event: { type: grade } })
  }
  return async (facts) => {
    const { events } = await engine.run({ ...facts })
    return events.reduce((answers, event) => answers | bitOf(event.type), 0)
  }
}

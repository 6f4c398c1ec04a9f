import { ZenEngine } from '@gorules/zen-engine'
import { type Answers, bitOf, gradesAsked } from './answers'
import { type Digested } from './digested'

/** The notice for zen-engine: one expression node, every reading pinned. */
const held = (own: keyof Digested) => `${own} <= 20181231`
const heldInBoth = (own: keyof Digested, elsewhere: keyof Digested) =>
  `(${own} < 99999999 and ${elsewhere} < 99999999 and (${held(own)} or ${held(elsewhere)}))`
const sameGradeElsewhere = (grade: number) => `(elsewhereBest == ${grade} and ownBest > ${grade})`
const upgrade = (years: number, own: keyof Digested, elsewhere: keyof Digested, cancelled: keyof Digested) =>
  `${held(own)} or (workYears >= ${years} and $.open) or ${heldInBoth(own, elsewhere)} or ${held(cancelled)}`

const expressions: readonly [string, string][] = [
  [
    'gates',
    `staff != 'dispatched' and not(retired) and retirementDay > 20230310 and targetOpen and not(refused) and falsificationYear < 2021`,
  ],
  ['open', 'bindingBest >= ownBest'],
  ['exempted', 'exemptingOn > grade2On or utilityModels >= 2'],
  [
    '5',
    `$.gates and ownBest > 5 and regularisedOn <= 20230930 and ((workYears < 10 and $.open) or ${sameGradeElsewhere(5)})`,
  ],
  ['4', `$.gates and ownBest > 4 and (${sameGradeElsewhere(4)} or ${upgrade(10, 'own5', 'elsewhere5', 'cancelled5')})`],
  ['3', `$.gates and ownBest > 3 and (${sameGradeElsewhere(3)} or ${upgrade(18, 'own4', 'elsewhere4', 'cancelled4')})`],
  [
    '2',
    `$.gates and ownBest > 2 and skill != 'denied'
      and (${held('own3')} or ${sameGradeElsewhere(2)} or ${heldInBoth('own3', 'elsewhere3')} or ${held('cancelled3')})
      and (education == 2 or (education == 1 and skill == 'attested' and age >= (sex == 'male' ? 50 : 45)))`,
  ],
  [
    '1',
    `$.gates and ownBest > 1 and (elsewhereBest == 1 or workYears >= 25)
      and (elsewhereBest == 1 or (own2 < 99999999 and (${held('own2')} or ${held('elsewhere2')})))
      and (appointed or organisation == 'government-body')
      and (education == 2 or $.exempted) and ((failedYears == 0 and goodYears >= 2) or $.exempted)`,
  ],
]

const node = (id: string, type: string, content?: object) => ({ id, type, name: id, position: { x: 0, y: 0 }, content })
const edge = (sourceId: string, targetId: string) => ({
  id: `${sourceId}-${targetId}`,
  type: 'edge',
  sourceId,
  targetId,
})

/** A grade's key must be a name. */
const keyOf = (name: string) => (/^\d$/.test(name) ? `grade${name}` : name)

const decision = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    node('in', 'inputNode'),
    node('notice', 'expressionNode', {
      expressions: expressions.map(([name, value]) => ({
        id: name,
        key: keyOf(name),
        value: value.replace(/\s+/g, ' '),
      })),
    }),
    node('out', 'outputNode'),
  ],
  edges: [edge('in', 'notice'), edge('notice', 'out')],
}

export function zen(): (facts: Digested) => Promise<Answers> {
  const notice = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decision)))
  return async (facts) => {
    const result = ((await notice.evaluate(facts)) as { result: Record<string, boolean> }).result
    return gradesAsked.reduce((answers, grade) => (result[keyOf(grade)] === true ? answers | bitOf(grade) : answers), 0)
  }
}

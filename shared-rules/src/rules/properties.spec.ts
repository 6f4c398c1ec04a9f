import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { factKeys, type Facts } from '../facts/facts'
import { currentPack as pack } from '../policies'
import { configurePack } from '../policies/configure-pack'
import { anyone } from './anyone.fixture'
import { assess } from './assess'
import { type ReadingId, readingIds } from './reading'
import type { Assessment, Verdict } from './verdict'

const grades = ['1', '2', '3', '4', '5'] as const
const of = (facts: Facts, by = pack) => assess(by, facts, { earliestYear: false })
const verdicts = (a: Assessment): Verdict[] => grades.map((g) => a.grades[g].verdict)

describe('for anyone whose facts are known', () => {
  it('no grade is incomplete', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        expect(verdicts(of(facts))).not.toContain('incomplete')
      }),
    )
  })

  it('more work years never turn eligible into ineligible, but where 二(二)2 asks for fewer than ten', () => {
    fc.assert(
      fc.property(anyone, fc.integer({ min: 1, max: 9 }), (facts, earlier) => {
        const year = Number(facts.workStart?.slice(0, 4)) - earlier
        fc.pre(year - 15 > Number(facts.birthDate?.slice(0, 4)))
        const longer = { ...facts, workStart: `${year}-02-01` }
        const [before, after] = [of(facts), of(longer)]
        for (const grade of ['1', '2', '3', '4'] as const) {
          if (before.grades[grade].verdict === 'eligible') expect(after.grades[grade].verdict).toBe('eligible')
        }
      }),
      { numRuns: 200 },
    )
  })

  it('every verdict cites a clause of the notice, in its own words or as implied', () => {
    const text = new Map(pack.clauses.map((clause) => [clause.id, clause.text]))
    fc.assert(
      fc.property(anyone, (facts) => {
        for (const row of grades.flatMap((g) => of(facts).grades[g].criteria)) {
          if (row.implied) expect(row.quote).toBe('')
          else expect(row.quote).not.toBe('')
          expect(text.get(row.clause)).toContain(row.quote)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a pinned reading', () => {
  const options = (id: ReadingId) =>
    id === 'notice-issued-on' ? ['2023-02-15', '2023-03-10'] : pack.readings[id].options

  it('never leaves a confirm on it', () => {
    const pin = fc.constantFrom(...readingIds).chain((id) => fc.tuple(fc.constant(id), fc.constantFrom(...options(id))))
    fc.assert(
      fc.property(anyone, pin, (facts, [id, option]) => {
        const answer = of(facts, configurePack(pack, { pins: { [id]: option } }))
        for (const grade of grades) {
          expect(answer.grades[grade].openReadings).not.toContain(id)
          expect(answer.grades[grade].criteria.flatMap((row) => row.readings ?? [])).not.toContain(id)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('makes every confirm flat once all are pinned', () => {
    const pins = Object.fromEntries(readingIds.map((id) => [id, options(id)[0]]))
    const ruled = configurePack(pack, { pins })
    fc.assert(
      fc.property(anyone, (facts) => {
        expect(verdicts(of(facts, ruled))).not.toContain('confirm')
      }),
    )
  })

  it('gives one of the verdicts that were open before', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const before = of(facts)
        const open = [...new Set(grades.flatMap((g) => before.grades[g].openReadings))] as ReadingId[]
        fc.pre(open.length > 0)
        const ruled = configurePack(pack, { pins: Object.fromEntries(open.map((id) => [id, options(id)[0]])) })
        grades.forEach((g) => {
          if (['eligible', 'ineligible'].includes(before.grades[g].verdict))
            expect(of(facts, ruled).grades[g].verdict).toBe(before.grades[g].verdict)
        })
      }),
    )
  })
})

describe('a fact taken away', () => {
  it('is either missing, or changes nothing that was flat', () => {
    const key = fc.constantFrom(
      ...factKeys.filter(
        (k) =>
          ![
            'honours',
            'frontline',
            'falsificationFoundOn',
            'unitConsent',
            'targetOccupation',
            'highSkillAttested',
          ].includes(k),
      ),
    )
    fc.assert(
      fc.property(anyone, key, (facts, taken) => {
        const before = of(facts)
        const after = of({ ...facts, [taken]: undefined })
        for (const grade of grades) {
          const [was, is] = [before.grades[grade], after.grades[grade]]
          // Manual routes are never unknown: without the certificates that they ask for they are not open.
          if (is.verdict === 'incomplete') expect(is.missing).toContain(taken)
          else if (was.manualRoutes.length === 0) expect(is.verdict).toBe(was.verdict)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('that the person cannot tell leaves a confirm, never a question', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.constantFrom('workStart', 'birthDate', 'education', 'certificates', 'staffType'),
        (facts, taken) => {
          const answer = of({ ...facts, [taken]: undefined, unsure: [taken] })
          expect(verdicts(answer)).not.toContain('incomplete')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the earliest year', () => {
  it('is a year within ten in which the pack, moved there, says eligible; none before it does', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const answer = assess(pack, facts)
        for (const grade of grades) {
          const { earliestYear, verdict } = answer.grades[grade]
          if (verdict !== 'ineligible') expect(earliestYear).toBeUndefined()
          else if (earliestYear !== undefined) expect(earliestYear - pack.year).toBeGreaterThanOrEqual(1)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('in every time zone', () => {
  it('the answers are the same', () => {
    const cli = join(__dirname, '../cli.ts')
    const people = fc.sample(anyone, { seed: 7, numRuns: 40 })
    const answers = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) => {
      const tsx = require.resolve('tsx/cli')
      const out = execFileSync(process.execPath, [tsx, cli, '-'], {
        input: JSON.stringify(people),
        env: { ...process.env, TZ },
      })
      return createHash('sha256').update(out).digest('hex')
    })
    expect(new Set(answers).size).toBe(1)
  })
})

import { type FactKey, factKeys, type Facts } from './facts'
import { honourDate } from '../rules/person'
import type { Problems } from './problems'

const isMonth = (date: string | undefined): boolean => date !== undefined && date.length === 'YYYY-MM'.length

const DATE_KEYS = ['birthDate', 'workStart', 'regularisedOn', 'falsificationFoundOn'] as const

/** How much of what an `unsure` path names has been given: nothing, a month whose day is open, or all of it. */
type Given = 'nothing' | 'month' | 'all' | 'no-such-part'

const dateGiven = (date: string | undefined): Given =>
  date === undefined ? 'nothing' : isMonth(date) ? 'month' : 'all'

function keyGiven(facts: Facts, key: FactKey): Given {
  const dateKey = DATE_KEYS.find((k) => k === key)
  if (dateKey !== undefined) return dateGiven(facts[dateKey])
  return facts[key] === undefined ? 'nothing' : 'all'
}

const PART = /^(certificates|honours)\[(\d+)\]\.(issuedOn|examYear|awardedOn|grantedOn)$/
const YEAR = /^assessments\.(\d{4})$/

function partGiven(facts: Facts, path: string): Given {
  const year = YEAR.exec(path)?.[1]
  if (year !== undefined) return facts.assessments?.some((a) => a.year === Number(year)) ? 'all' : 'nothing'
  const part = PART.exec(path)
  const index = Number(part?.[2])
  if (part?.[1] === 'certificates') {
    const certificate = facts.certificates?.[index]
    if (certificate === undefined) return 'no-such-part'
    if (part[3] === 'issuedOn') return dateGiven(certificate.issuedOn)
    if (part[3] === 'examYear') return certificate.examYear === undefined ? 'nothing' : 'all'
    return 'no-such-part'
  }
  const honour = facts.honours?.[index]
  if (honour === undefined) return 'no-such-part'
  const wanted = honour.kind === 'patent' ? 'grantedOn' : 'awardedOn'
  return part?.[3] === wanted ? dateGiven(honourDate(honour)) : 'no-such-part'
}

/** A path of `unsure` names a key, or a part of a given one; what is fully given cannot be unsure too. */
export function checkUnsure(facts: Facts, problems: Problems): void {
  facts.unsure?.forEach((path: unknown, i) => {
    if (typeof path !== 'string') return
    const key = factKeys.find((k) => k === path)
    const given = key === undefined ? partGiven(facts, path) : keyGiven(facts, key)
    if (given === 'no-such-part') problems.add(`unsure[${i}]`, 'unknown-key')
    if (given === 'all') problems.add(path, 'given-and-unsure')
  })
}

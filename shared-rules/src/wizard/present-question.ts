import type { FactKey } from '../facts/facts'
import { findClause } from '../clauses/clause'
import type { Pack } from '../policies/pack'
import { gradeName } from '../texts/words.zh-CN'
import { type Answers, openParts } from './answers'
import { questions, type QuestionId, type QuestionKind } from './question'

export interface Option {
  value: string
  label: string
}

/** A question as a screen shows it. */
export interface Question {
  id: QuestionId
  key: FactKey
  kind: QuestionKind
  title: string
  hint?: string
  why: { text: string; clause: string; quote: string }
  /** `choice`, `yes-no` (values `true`, `false`), `occupation`. */
  options?: Option[]
  /** `#day` and `#examYear`: the parts asked for, by their path in the facts. */
  parts?: { path: string; label: string }[]
  /** `assessments`: the years asked for. */
  years?: readonly number[]
  maySayUnsure: boolean
}

/** What everyone knows of himself; the unit's consent has an option of its own for it. */
const CERTAIN: readonly QuestionId[] = ['sex', 'retired', 'unitConsent']

const fromTexts = (texts: Readonly<Record<string, string>>): Option[] =>
  Object.entries(texts).map(([value, label]) => ({ value, label }))

function optionsOf(pack: Pack, id: QuestionId): Option[] | undefined {
  const { options } = pack.texts
  switch (id) {
    case 'sex':
    case 'retirementLine':
    case 'staffType':
    case 'onPost':
    case 'organisation':
    case 'education':
      return fromTexts(options[id])
    case 'frontline':
      return [...fromTexts(options.frontline), { value: NONE, label: '都没有' }]
    case 'retired':
    case 'appointedGrade2':
    case 'highSkillAttested':
      return [
        { value: 'true', label: '是' },
        { value: 'false', label: '没有' },
      ]
    case 'unitConsent':
      return [
        { value: 'true', label: '同意' },
        { value: 'false', label: '不同意' },
        { value: UNSURE, label: '还没问' },
      ]
    case 'occupation':
    case 'targetOccupation':
      return pack.occupations.map((o) => ({ value: o.code, label: o.cancelled ? `${o.name}（已取消）` : o.name }))
    default:
      return undefined
  }
}

function partLabel(pack: Pack, { facts }: Answers, path: string): string {
  const index = Number(/\[(\d+)\]/.exec(path)?.[1])
  const certificate = path.startsWith('certificates') ? facts.certificates?.[index] : undefined
  if (certificate !== undefined) {
    const occupation = pack.occupation(certificate.occupation)?.name ?? certificate.occupation
    return `${occupation} ${gradeName(certificate.grade)}，${certificate.issuedOn} 发证`
  }
  const honour = path.startsWith('honours') ? facts.honours?.[index] : undefined
  return honour === undefined ? '' : pack.texts.options.honour[honour.kind]
}

export function presentQuestion(pack: Pack, answers: Answers, id: QuestionId): Question {
  const { key, kind } = questions[id]
  const text = pack.texts.questions[id]
  const options = optionsOf(pack, id)
  const parts = openParts(answers).filter((part) => part.question === id)
  return {
    id,
    key,
    kind,
    title: text.title,
    ...(text.hint !== undefined && { hint: text.hint }),
    why: { text: text.why, clause: text.clause, quote: findClause(pack, text.clause)?.text ?? '' },
    ...(options && { options }),
    ...(parts.length > 0 && { parts: parts.map(({ path }) => ({ path, label: partLabel(pack, answers, path) })) }),
    ...(kind === 'assessments' && { years: pack.dates.assessmentYears }),
    maySayUnsure: !CERTAIN.includes(id),
  }
}

/** The answers that are not facts: cannot tell; none of these. */
export const UNSURE = '#unsure'
export const NONE = '#none'

import { formatChineseDay, parseSpan, yearOf, monthOf } from '../calendar/local-date'
import type { Grade } from '../facts/facts'
import type { Pack } from '../policies/pack'
import { readingIds, type ReadingId } from '../rules/reading'
import type { CriterionResult, GradeAssessment } from '../rules/verdict'
import { gradeName } from './words.zh-CN'

/** One criterion in words: what it is, what is needed, what the person has. */
export interface CriterionWords {
  label: string
  needed: string
  actual?: string
  /** Set on what is open, or lifted. */
  note?: string
}

/** 2023-07-01 → 2023年7月1日（周六）, 2023-07 → 2023年7月; other text as it is. */
export function dateWords(date: string): string {
  const span = parseSpan(date)
  if (span === undefined) return date
  return span.first === span.last
    ? formatChineseDay(span.first, true)
    : `${yearOf(span.first)}年${monthOf(span.first)}月`
}

function actualWords(pack: Pack, { id, actual }: CriterionResult): string | undefined {
  if (actual === undefined) return undefined
  const { education, staffType } = pack.texts.options
  const asWord: Record<string, string> = { ...education, ...staffType }
  if (typeof actual === 'string') return asWord[actual] ?? dateWords(actual)
  return id === 'assessments' ? `${actual} 年` : `满 ${actual} 年`
}

export const isReadingId = (id: string): id is ReadingId => readingIds.some((known) => known === id)

/** An open reading, or `unsure:PATH`, in plain words. */
export function readingWords(pack: Pack, id: string): { question: string; clause?: string } {
  if (isReadingId(id)) return pack.texts.readings[id]
  const key = id.replace(/^unsure:/, '').replace(/[.[#].*$/, '')
  const known = Object.entries(pack.texts.facts).find(([fact]) => fact === key)
  return { question: `您选了“不清楚”的：${known?.[1] ?? key}` }
}

function noteOf(pack: Pack, result: CriterionResult): string | undefined {
  if (result.waivedBy !== undefined) return `按 ${result.waivedBy} 免除`
  const open = (result.readings ?? []).map((id) => readingWords(pack, id).question)
  return open.length === 0 ? undefined : open.join('；')
}

export function criterionWords(pack: Pack, result: CriterionResult): CriterionWords {
  const text = pack.texts.criteria[result.id]
  const needed = text.needed.replace('{needed}', `${result.needed ?? ''}`)
  const words: CriterionWords = { label: text.label, needed }
  const actual = actualWords(pack, result)
  const note = noteOf(pack, result)
  return { ...words, ...(actual !== undefined && { actual }), ...(note !== undefined && { note }) }
}

/** The first line of a grade's answer. */
export function verdictLine(grade: Grade, assessment: GradeAssessment): string {
  const name = gradeName(grade)
  switch (assessment.verdict) {
    case 'eligible':
      return `您今年可以申报：${name}`
    case 'confirm':
      return `${name}：需要工考办确认`
    case 'manual':
      return `${name}：可以申请人工审核`
    case 'incomplete':
      return `${name}：还要补充情况`
    case 'ineligible':
      return assessment.earliestYear === undefined
        ? `${name}：今年不符合`
        : `${name}：今年不符合，最早 ${assessment.earliestYear} 年可以申报`
  }
}

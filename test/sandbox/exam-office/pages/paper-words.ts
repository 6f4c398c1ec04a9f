import { type DocumentEntry, type Reference } from '../contract/types'
import { gradeWords, paperWords } from './words'

/** A paper by its kind on the wire: `yearly-assessment-2022` → 年度考核表（2022）. What it is about is told where it can be read. */
export function kindWord(kind: string, { occupations }: Reference): string {
  const known = Object.keys(paperWords).find((one) => kind === one || kind.startsWith(`${one}-`))
  if (known === undefined) return kind
  const about = kind.slice(known.length + 1)
  const [, grade = '', code = ''] = /^([1-5])-(.+?)(?:-national)?$/.exec(about) ?? []
  const name = occupations.find((one) => one.code === code)?.name
  const told = grade ? [name, gradeWords[grade]?.slice(0, 2)].filter(Boolean).join(' ') : about
  return `${paperWords[known] ?? known}${told && !/^[0-9a-f]{16}$/.test(told) ? `（${told}）` : ''}`
}

export function pageWord({ kind, page }: DocumentEntry, reference: Reference): string {
  return `${kindWord(kind, reference)} 第 ${page} 页`
}

import { type Certificate, type Facts, type Grade, type Honour } from '../facts/facts'
import { findClause } from '../clauses/clause'
import type { Pack } from '../policies/pack'
import { targetOf } from '../rules/assess'
import type { Assessment, CriterionId, CriterionResult, GradeAssessment, Outcome } from '../rules/verdict'
import type { DocumentKind } from './document-kind'

/** One paper asked for, by the clause that asks. */
export interface PaperItem {
  /** Unique in the list: the kind, and what it is about where there are several. */
  id: string
  kind: DocumentKind
  title: string
  reason: string
  hint?: string
  clause: string
  quote: string
  pages: { min: number; max: number }
  /** 容缺: it may be promised now and filed before the exam (三(三)). */
  promiseAllowed?: true
}

interface Need {
  kind: DocumentKind
  clause: string
  about?: string
  label?: string
  pages?: { min: number; max: number }
  promiseAllowed?: true
}

const HONOUR_PAPERS: Readonly<Record<Honour['kind'], DocumentKind>> = {
  commendation: 'commendation',
  'may-day-medal': 'may-day-medal',
  'technical-expert': 'technical-expert',
  competition: 'competition',
  patent: 'patent',
  'unique-skill': 'unique-skill',
  'model-worker': 'model-worker',
  innovation: 'innovation',
}

const COUNTS: readonly Outcome[] = ['met', 'confirm', 'unknown']

function row(grade: GradeAssessment, id: CriterionId): CriterionResult | undefined {
  return grade.criteria.find((criterion) => criterion.id === id)
}

/** Does the grade's answer rest on this row? An alternative counts only where it is (or may be) the way taken. */
function rests(grade: GradeAssessment, id: CriterionId): boolean {
  const criterion = row(grade, id)
  if (criterion === undefined || !COUNTS.includes(criterion.outcome)) return false
  return criterion.path === undefined || grade.route === undefined || grade.route === criterion.path
}

/** The photo only where the office has said what it has to be: the notice names none. */
function personalNeeds(pack: Pack): Need[] {
  const card: Need = { kind: 'id-card', clause: '三(二)', pages: { min: 2, max: 2 } }
  return pack.photo ? [card, { kind: 'photo', clause: '三(二)', pages: { min: 1, max: 1 } }] : [card]
}

const WORK_YEARS: readonly CriterionId[] = ['work-years', 'work-years-25', 'work-years-below']
const CERTIFICATE: readonly CriterionId[] = [
  'certificate',
  'occupation-transfer',
  'cancelled-occupation',
  'grade-2-certificate',
]

/** The certificates that the way to this grade rests on. */
function certificatesFor(facts: Facts, grade: Grade, id: CriterionId, target: string | undefined): Certificate[] {
  const held = facts.certificates ?? []
  const below = held.filter((c) => c.grade === grade + 1)
  switch (id) {
    case 'certificate':
      return below.filter((c) => c.occupation === target)
    case 'grade-2-certificate':
      return held.filter((c) => c.grade <= 2)
    case 'occupation-transfer':
      return held.filter((c) => c.grade === grade || c.grade === grade + 1)
    default:
      return below
  }
}

function certificateNeeds(pack: Pack, facts: Facts, grade: Grade, answer: GradeAssessment): Need[] {
  const target = targetOf(pack, facts)
  return CERTIFICATE.filter((id) => rests(answer, id)).flatMap((id) =>
    certificatesFor(facts, grade, id, target).map((c): Need => {
      const occupation = pack.occupation(c.occupation)?.name ?? c.occupation
      const about = `${c.grade}-${c.occupation}${c.kind === 'national-vocational' ? '-national' : ''}`
      return {
        kind: 'grade-certificate',
        clause: row(answer, id)?.clause ?? '二(五)',
        about,
        label: `${occupation}${'一二三四五'.charAt(c.grade - 1)}级`,
      }
    }),
  )
}

function fileNeeds(answer: GradeAssessment): Need[] {
  const needs: Need[] = []
  const regularised = row(answer, 'regularised')
  if (regularised !== undefined) needs.push({ kind: 'regularisation-evidence', clause: regularised.clause })
  const years = WORK_YEARS.find((id) => rests(answer, id))
  const yearsRow = years === undefined ? undefined : row(answer, years)
  if (yearsRow !== undefined) needs.push({ kind: 'work-years-evidence', clause: yearsRow.clause })
  const appointed = row(answer, 'appointed')
  if (appointed !== undefined) needs.push({ kind: 'appointment-evidence', clause: appointed.clause })
  const education = row(answer, 'education')
  if (education !== undefined && education.outcome !== 'waived') {
    needs.push({ kind: 'education-certificate', clause: education.clause })
  }
  return needs
}

/** 二(四)4: five years, the last of which may be promised while it is not yet filed. */
function assessmentNeeds(pack: Pack, facts: Facts, answer: GradeAssessment): Need[] {
  const assessments = row(answer, 'assessments')
  if (assessments === undefined || assessments.outcome === 'waived') return []
  const { assessmentYears, promisedYear } = pack.dates
  const promised = facts.assessments?.some((a) => a.year === promisedYear && a.filed === false) === true
  const needs = assessmentYears.map((year): Need => {
    const need: Need = { kind: 'yearly-assessment', clause: '二(四)4', about: `${year}`, label: `${year}年` }
    return year === promisedYear && promised ? { ...need, promiseAllowed: true } : need
  })
  return promised ? [...needs, { kind: 'undertaking', clause: '三(三)' }] : needs
}

/** Honours where they lift a condition or open a manual route. */
function honourNeeds(facts: Facts, answer: GradeAssessment): Need[] {
  const lifting = answer.criteria.find((criterion) => criterion.waivedBy !== undefined)
  const exceptional = answer.manualRoutes.includes('exceptional-promotion')
  const unique = answer.manualRoutes.includes('unique-skill')
  const needs: Need[] = []
  if (lifting !== undefined || exceptional || unique) {
    const clause = exceptional && lifting === undefined ? '二(六)' : (lifting?.waivedBy ?? '二(四)6(6)')
    facts.honours?.forEach((honour, i) => {
      needs.push({ kind: HONOUR_PAPERS[honour.kind], clause, about: `${i + 1}` })
    })
  }
  if (answer.manualRoutes.includes('epidemic-frontline')) needs.push({ kind: 'frontline-evidence', clause: '二(七)' })
  return needs
}

function paper(pack: Pack, need: Need): PaperItem {
  const text = pack.texts.papers[need.kind]
  return {
    id: need.about === undefined ? need.kind : `${need.kind}:${need.about}`,
    kind: need.kind,
    title: need.label === undefined ? text.title : `${text.title}（${need.label}）`,
    reason: text.reason,
    ...(text.hint !== undefined && { hint: text.hint }),
    clause: need.clause,
    quote: findClause(pack, need.clause)?.text ?? '',
    pages: need.pages ?? { min: 1, max: 6 },
    ...(need.promiseAllowed && { promiseAllowed: true }),
  }
}

/** The papers that an application for `grade` asks for, each with the clause that asks for it. */
export function checklist(pack: Pack, facts: Facts, assessment: Assessment, grade: Grade): PaperItem[] {
  const answer = assessment.grades[`${grade}`]
  const needs = [
    ...personalNeeds(pack),
    ...fileNeeds(answer),
    ...certificateNeeds(pack, facts, grade, answer),
    ...assessmentNeeds(pack, facts, answer),
    ...honourNeeds(facts, answer),
  ]
  const items = needs.map((need) => paper(pack, need))
  return items.filter((item, i) => items.findIndex((other) => other.id === item.id) === i)
}

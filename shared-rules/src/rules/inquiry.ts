import type { Education, FactKey, OnPost, Organisation, RetirementLine, Sex, StaffType } from '../facts/facts'
import { type Day, monthOf, type Span, yearOf } from '../calendar/local-date'
import type { Occupation, PackDates, RulePack } from './rule-pack'
import { Forks } from './forks'
import type { CertificateRecord, HonourRecord, Person } from './person'
import type { ReadingId } from './reading'
import {
  assessmentChoices,
  certificateChoices,
  choices,
  birthChoices,
  honourChoices,
  type YearResult,
} from './possible-values'

/**
 * How a row asks for facts and readings. A fact that is absent, or a day known only by its month, is tried with each of its
 * possible values; an unpinned reading with each of its options (`evaluate-row.ts` walks the combinations).
 */
export class Inquiry {
  readonly facts = new Forks()
  readonly readings = new Forks<ReadingId>()
  private sample?: readonly string[]
  private lists?: readonly (readonly CertificateRecord[])[]

  constructor(
    readonly pack: RulePack,
    readonly dates: PackDates,
    readonly person: Person,
  ) {}

  reading(id: ReadingId): string {
    return this.pack.pins[id] ?? this.readings.choose(id, id, this.pack.readings[id].options)
  }

  /** One of the possible values of a fact that is not given. */
  private choose<T>(key: FactKey, options: readonly T[]): T {
    return this.facts.choose(key, key, options)
  }

  private get occupations(): readonly string[] {
    return (this.sample ??= this.pack.sampleOccupations(this.person.facts))
  }

  private get certificateLists(): readonly (readonly CertificateRecord[])[] {
    return (this.lists ??= certificateChoices(this.occupations))
  }

  private dayIn(path: string, key: FactKey, span: Span): Day {
    return span.first === span.last ? span.first : this.facts.choose(path, key, [span.first, span.last])
  }

  sex(): Sex {
    return this.person.facts.sex ?? this.choose('sex', choices.sex)
  }

  retirementLine(): RetirementLine {
    return this.person.facts.retirementLine ?? this.choose('retirementLine', choices.retirementLine)
  }

  retired(): boolean {
    return this.person.facts.retired ?? this.choose('retired', choices.yesNo)
  }

  staffType(): StaffType {
    return this.person.facts.staffType ?? this.choose('staffType', choices.staffType)
  }

  onPost(): OnPost {
    return this.person.facts.onPost ?? this.choose('onPost', choices.onPost)
  }

  organisation(): Organisation {
    return this.person.facts.organisation ?? this.choose('organisation', choices.organisation)
  }

  appointedGrade2(): boolean {
    return this.person.facts.appointedGrade2 ?? this.choose('appointedGrade2', choices.yesNo)
  }

  education(): Education {
    return this.person.facts.education ?? this.choose('education', choices.education)
  }

  highSkillAttested(): boolean {
    return this.person.facts.highSkillAttested ?? this.choose('highSkillAttested', choices.yesNo)
  }

  birthDate(): Day {
    const { birth } = this.person
    return birth ? this.dayIn('birthDate', 'birthDate', birth) : this.choose('birthDate', birthChoices(this.dates))
  }

  workStart(): Day {
    const { workStart } = this.person
    return workStart ? this.dayIn('workStart', 'workStart', workStart) : this.choose('workStart', choices.anyDay)
  }

  regularisedOn(): Day {
    const { regularised } = this.person
    if (regularised === undefined) return this.choose('regularisedOn', choices.anyDay)
    return this.dayIn('regularisedOn', 'regularisedOn', regularised)
  }

  /** undefined: none found. Absent means none, unless the person is unsure. */
  falsificationFoundOn(): Day | undefined {
    const { falsification, unsure } = this.person
    if (falsification !== undefined) return this.dayIn('falsificationFoundOn', 'falsificationFoundOn', falsification)
    if (!unsure.has('falsificationFoundOn')) return undefined
    return this.facts.choose('falsificationFoundOn', 'falsificationFoundOn', [undefined, this.dates.registrationCloses])
  }

  occupation(): string {
    return this.person.facts.occupation ?? this.choose('occupation', this.occupations)
  }

  /** The occupation applied for: absent, it is the one worked in, unless that is cancelled. */
  target(): string {
    const { facts, unsure } = this.person
    if (facts.targetOccupation !== undefined) return facts.targetOccupation
    if (!unsure.has('targetOccupation')) {
      const occupation = this.occupation()
      if (this.pack.occupation(occupation)?.cancelled !== true) return occupation
    }
    return this.choose('targetOccupation', this.occupations)
  }

  occupationOf(code: string): Occupation | undefined {
    return this.pack.occupation(code)
  }

  certificates(): readonly CertificateRecord[] {
    return this.person.certificates ?? this.choose('certificates', this.certificateLists)
  }

  /** Those of the public sector; whatever is supposed of the certificates of somebody who has not told is so. */
  held(): readonly CertificateRecord[] {
    return this.person.certificates === undefined ? this.certificates() : this.person.held
  }

  issuedOn({ index, issued }: CertificateRecord): Day {
    if (issued.first === issued.last) return issued.first
    return this.dayIn(`certificates[${index}].issuedOn`, 'certificates', issued)
  }

  /** A certificate of January-March may be for the previous year's exam; any other is for the year of issue. */
  examYear(certificate: CertificateRecord): number {
    const year = yearOf(certificate.issued.first)
    if (certificate.examYear !== undefined) return certificate.examYear
    if (monthOf(certificate.issued.first) > 3) return year
    return this.facts.choose(`certificates[${certificate.index}].examYear`, 'certificates', [year, year - 1])
  }

  honours(): readonly HonourRecord[] {
    return this.person.honours ?? this.choose('honours', honourChoices(this.dates))
  }

  /** undefined: it bears no date. */
  honouredOn(record: HonourRecord): Day | undefined {
    if (record.on === undefined) return undefined
    const part = record.honour.kind === 'patent' ? 'grantedOn' : 'awardedOn'
    return this.dayIn(`honours[${record.index}].${part}`, 'honours', record.on)
  }

  /** One year of 年度考核; a year not given may have any result and award, one that is (but for the last) not yet filed any result. */
  assessment(year: number): YearResult {
    const { assessments, unsure } = this.person
    const given = assessments.find((a) => a.year === year)
    if (given !== undefined && (given.filed !== false || year === this.dates.promisedYear)) return given
    const part = `assessments.${year}`
    const supposed = this.facts.choose(unsure.has(part) ? part : 'assessments', 'assessments', assessmentChoices)
    return given === undefined ? supposed : { ...given, result: supposed.result }
  }
}

import type { Education, FactKey, OnPost, Organisation, RetirementLine, Sex, StaffType } from '../facts/facts'
import { type Day, monthOf, type Span, yearOf } from '../calendar/local-date'
import type { Occupation, PackDates, RulePack } from '../policies/pack'
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
  readonly readings = new Forks()

  constructor(
    readonly pack: RulePack,
    readonly dates: PackDates,
    readonly person: Person,
  ) {}

  reading(id: ReadingId): string {
    return this.pack.pins[id] ?? this.readings.choose(id, id, this.pack.readings[id].options)
  }

  /** Prefer the given value; else every possible one. */
  private possible<T>(key: FactKey, given: T | undefined, options: readonly T[]): T {
    return given ?? this.facts.choose(key, key, options)
  }

  private dayIn(path: string, key: FactKey, span: Span): Day {
    return span.first === span.last ? span.first : this.facts.choose(path, key, [span.first, span.last])
  }

  private dayOf(key: FactKey, span: Span | undefined, absent: readonly Day[]): Day {
    return span === undefined ? this.facts.choose(key, key, absent) : this.dayIn(key, key, span)
  }

  sex = (): Sex => this.possible('sex', this.person.facts.sex, choices.sex)
  retirementLine = (): RetirementLine =>
    this.possible('retirementLine', this.person.facts.retirementLine, choices.retirementLine)
  retired = (): boolean => this.possible('retired', this.person.facts.retired, choices.yesNo)
  staffType = (): StaffType => this.possible('staffType', this.person.facts.staffType, choices.staffType)
  onPost = (): OnPost => this.possible('onPost', this.person.facts.onPost, choices.onPost)
  organisation = (): Organisation => this.possible('organisation', this.person.facts.organisation, choices.organisation)
  appointedGrade2 = (): boolean => this.possible('appointedGrade2', this.person.facts.appointedGrade2, choices.yesNo)
  education = (): Education => this.possible('education', this.person.facts.education, choices.education)
  highSkillAttested = (): boolean =>
    this.possible('highSkillAttested', this.person.facts.highSkillAttested, choices.yesNo)

  birthDate = (): Day => this.dayOf('birthDate', this.person.birth, birthChoices(this.dates))
  workStart = (): Day => this.dayOf('workStart', this.person.workStart, choices.anyDay)
  regularisedOn = (): Day => this.dayOf('regularisedOn', this.person.regularised, choices.anyDay)

  /** undefined: none found. Absent means none, unless the person is unsure. */
  falsificationFoundOn(): Day | undefined {
    const { falsification, unsure } = this.person
    if (falsification !== undefined) return this.dayIn('falsificationFoundOn', 'falsificationFoundOn', falsification)
    if (!unsure.has('falsificationFoundOn')) return undefined
    return this.facts.choose('falsificationFoundOn', 'falsificationFoundOn', [undefined, this.dates.registrationCloses])
  }

  occupation = (): string =>
    this.possible('occupation', this.person.facts.occupation, this.pack.sampleOccupations(this.person.facts))

  /** The occupation applied for: absent, it is the one worked in, unless that is cancelled. */
  target(): string {
    const { facts, unsure } = this.person
    if (facts.targetOccupation !== undefined) return facts.targetOccupation
    if (!unsure.has('targetOccupation')) {
      const occupation = this.occupation()
      if (this.pack.occupation(occupation)?.cancelled !== true) return occupation
    }
    return this.facts.choose('targetOccupation', 'targetOccupation', this.pack.sampleOccupations(facts))
  }

  occupationOf = (code: string): Occupation | undefined => this.pack.occupation(code)

  certificates(): readonly CertificateRecord[] {
    return (
      this.person.certificates ??
      this.facts.choose(
        'certificates',
        'certificates',
        certificateChoices(this.pack.sampleOccupations(this.person.facts)),
      )
    )
  }

  issuedOn = (certificate: CertificateRecord): Day =>
    this.dayIn(`certificates[${certificate.index}].issuedOn`, 'certificates', certificate.issued)

  /** A certificate of January-March may be for the previous year's exam; any other is for the year of issue. */
  examYear(certificate: CertificateRecord): number {
    const year = yearOf(certificate.issued.first)
    if (certificate.examYear !== undefined) return certificate.examYear
    if (monthOf(certificate.issued.first) > 3) return year
    return this.facts.choose(`certificates[${certificate.index}].examYear`, 'certificates', [year, year - 1])
  }

  honours(): readonly HonourRecord[] {
    return this.person.honours ?? this.facts.choose('honours', 'honours', honourChoices(this.dates))
  }

  /** undefined: it bears no date. */
  honouredOn(record: HonourRecord): Day | undefined {
    if (record.on === undefined) return undefined
    const part = record.honour.kind === 'patent' ? 'grantedOn' : 'awardedOn'
    return this.dayIn(`honours[${record.index}].${part}`, 'honours', record.on)
  }

  /** One year of 年度考核; a year not given, or (but for the last) not yet filed, may have any result. */
  assessment(year: number): YearResult {
    const { assessments, unsure } = this.person
    const given = assessments.find((a) => a.year === year)
    if (given !== undefined && (given.filed !== false || year === this.dates.promisedYear)) return given
    const part = `assessments.${year}`
    return this.facts.choose(unsure.has(part) ? part : 'assessments', 'assessments', assessmentChoices)
  }
}

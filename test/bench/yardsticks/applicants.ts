import { type Certificate, type Facts, type Grade, type Honour, type Level } from '@app/shared-rules'

/** mulberry32: a small generator with a seed, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

class Dice {
  constructor(private readonly random: () => number) {}
  chance = (share: number) => this.random() < share
  int = (from: number, to: number) => from + Math.floor(this.random() * (to - from + 1))
  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.int(0, values.length - 1)] ?? values[0]
  }
}

const pad = (number: number) => String(number).padStart(2, '0')
const lastDay = '2023-03-28'

/** A day of these years, sometimes one of those on which rules turn, never after the close of registration. */
function day(dice: Dice, from: number, to: number): string {
  const year = dice.int(from, to)
  const edge = dice.chance(0.2) ? dice.pick(['12-31', '01-01', '03-28', '03-10']) : undefined
  const text = `${year}-${edge ?? `${pad(dice.int(1, 12))}-${pad(dice.int(1, 28))}`}`
  return text > lastDay ? lastDay : text
}

const levels: readonly [Level, ...Level[]] = ['national', 'provincial', 'municipal', 'county']

function honour(dice: Dice): Honour {
  const [level, on] = [dice.pick(levels), day(dice, 2006, 2023)]
  switch (dice.int(0, 7)) {
    case 0:
      return { kind: 'commendation', by: dice.pick(['department', 'party-or-government']), level, awardedOn: on }
    case 1:
      return { kind: 'may-day-medal', level, awardedOn: on }
    case 2:
      return { kind: 'technical-expert', level, awardedOn: on }
    case 3:
      return { kind: 'competition', level, individual: dice.chance(0.7), prize: dice.pick([1, 2, 3]), awardedOn: on }
    case 4:
      return { kind: 'model-worker', level, awardedOn: on }
    case 5:
      return { kind: 'unique-skill', awardedOn: on }
    case 6:
      return { kind: 'innovation', level, mainContributor: dice.chance(0.5), awardedOn: on }
    default:
      return {
        kind: 'patent',
        type: dice.pick(['invention', 'utility-model']),
        ownOccupation: dice.chance(0.7),
        rank: dice.int(1, 7),
        grantedOn: on,
      }
  }
}

const ordinary = ['car-driver', 'car-mechanic', 'storekeeper', 'office-equipment-repairer'] as const
const cancelled = 'switchboard-operator'

function certificate(dice: Dice, grade: Grade, worksAs: string, from: number): Certificate {
  const elsewhere = dice.chance(0.15) ? cancelled : dice.pick(ordinary)
  const issuedOn = day(dice, from, 2022)
  return {
    grade,
    occupation: dice.chance(0.75) ? worksAs : elsewhere,
    issuedOn,
    ...(issuedOn.slice(5, 7) <= '03' ? { examYear: Number(issuedOn.slice(0, 4)) - dice.int(0, 1) } : {}),
    ...(dice.chance(0.06) ? { kind: 'national-vocational' as const } : {}),
  }
}

/** At most one certificate of a grade: two of the same grade, occupation and kind would be refused. */
function certificates(dice: Dice, worksAs: string, started: number): Certificate[] {
  const grades: readonly Grade[] = dice.chance(0.25) ? [] : ([5, 4, 3, 2, 1] as const).filter(() => dice.chance(0.4))
  return grades.map((grade) => certificate(dice, grade, worksAs, started + 1))
}

const results = ['qualified', 'qualified', 'qualified', 'excellent', 'excellent'] as const
const failures = ['basically-qualified', 'unqualified', 'ungraded'] as const

const assessments = (dice: Dice): Facts['assessments'] =>
  [2018, 2019, 2020, 2021, 2022].map((year) => ({
    year,
    result: dice.chance(0.03) ? dice.pick(failures) : dice.pick(results),
    ...(dice.chance(0.08) ? { outstandingPartyMember: true } : {}),
    ...(year === 2022 && dice.chance(0.1) ? { filed: false } : {}),
  }))

const educations: readonly [NonNullable<Facts['education']>, ...NonNullable<Facts['education']>[]] = [
  'primary',
  'junior-high',
  'junior-high',
  'senior-high',
  'technical-school',
  'secondary-specialised',
  'college',
]

/** Skill not attested is a step still to be done, but for 初中 people (二(三)4): there it must be known. */
function optional(dice: Dice, education: Facts['education']): Partial<Facts> {
  return {
    ...(education === 'junior-high' || dice.chance(0.9) ? { highSkillAttested: dice.chance(0.85) } : {}),
    ...(dice.chance(0.2) ? { unitConsent: dice.chance(0.8) } : {}),
    ...(dice.chance(0.05) ? { falsificationFoundOn: day(dice, 2017, 2023) } : {}),
    ...(dice.chance(0.05) ? { frontline: dice.pick(['provincial-aid-team', 'provincial-commendation']) } : {}),
  }
}

function work(dice: Dice, born: number): Partial<Facts> & { occupation: string } {
  const started = dice.int(Math.max(1975, born + 17), 2021)
  const occupation = dice.chance(0.04) ? cancelled : dice.pick(ordinary)
  return {
    workStart: day(dice, started, started),
    regularisedOn: dice.chance(0.1)
      ? dice.pick(['2023-09-29', '2023-09-30', '2023-10-01'])
      : day(dice, started + 1, started + 1),
    occupation,
    ...(dice.chance(0.1) || occupation === cancelled ? { targetOccupation: dice.pick(ordinary) } : {}),
    certificates: certificates(dice, occupation, started),
  }
}

/** One person of whom everything is known that any rule asks. */
function applicant(dice: Dice): Facts {
  const birthDate = day(dice, 1963, 2000)
  const education = dice.pick(educations)
  return {
    sex: dice.chance(0.7) ? 'male' : 'female',
    birthDate,
    retirementLine: dice.chance(0.6) ? 'worker' : 'cadre',
    retired: dice.chance(0.03),
    staffType: dice.pick([
      'established',
      'established',
      'established',
      'contracted',
      'contracted',
      'contracted',
      'agency',
      'dispatched',
    ]),
    onPost: dice.chance(0.9) ? 'on-post' : dice.pick(['seconded', 'long-leave', 'internal-retired']),
    organisation: dice.chance(0.85) ? 'public-institution' : 'government-body',
    ...work(dice, Number(birthDate.slice(0, 4))),
    appointedGrade2: dice.chance(0.7),
    education,
    assessments: assessments(dice) ?? [],
    honours: dice.chance(0.6) ? [] : Array.from({ length: dice.int(1, 3) }, () => honour(dice)),
    ...optional(dice, education),
  }
}

/** `count` people, the same ones for the same seed; around the boundaries more often than life would have it. */
export function randomApplicants(count: number, seed: number): Facts[] {
  const dice = new Dice(randomFrom(seed))
  return Array.from({ length: count }, () => applicant(dice))
}

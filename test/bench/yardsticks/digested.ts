import { type Facts, type Grade, type Honour, type Level, type Pack, retirementDay } from '@app/shared-rules'

/** Facts as a rule engine wants them: flat numbers, days as 20230328, 99999999 or 9 for "none". Prepared outside of the timing. */
export interface Digested {
  staff: string
  retired: boolean
  retirementDay: number
  targetOpen: boolean
  refused: boolean
  falsificationYear: number
  regularisedOn: number
  workYears: number
  /** Best grade held in the target, in any other occupation, and in another one that is not cancelled. */
  ownBest: number
  elsewhereBest: number
  bindingBest: number
  /** First day of a certificate of this grade in the target, elsewhere, elsewhere in a cancelled occupation. */
  own5: number
  own4: number
  own3: number
  own2: number
  elsewhere4: number
  elsewhere3: number
  elsewhere2: number
  elsewhere5: number
  cancelled5: number
  cancelled4: number
  cancelled3: number
  /** 0 below 初中, 1 初中, 2 the floor and above. */
  education: number
  skill: string
  sex: string
  age: number
  appointed: boolean
  organisation: string
  failedYears: number
  goodYears: number
  grade2On: number
  /** Last day of what exempts by 二(四)6 alone; 0: none. */
  exemptingOn: number
  utilityModels: number
}

const none = 99999999
const asNumber = (text: string) => Number(text.replaceAll('-', ''))
const yearsBetween = (from: number, to: number) => Math.floor((to - from) / 10000)
const atLeast = (level: Level, floor: Level) => {
  const order: readonly Level[] = ['county', 'municipal', 'provincial', 'national']
  return order.indexOf(level) >= order.indexOf(floor)
}

/** What exempts alone: 二(四)6 (1) to (5). */
function exempts(honour: Honour): boolean {
  switch (honour.kind) {
    case 'commendation':
      return atLeast(honour.level, honour.by === 'department' ? 'provincial' : 'municipal')
    case 'may-day-medal':
      return atLeast(honour.level, 'provincial')
    case 'technical-expert':
      return atLeast(honour.level, 'municipal')
    case 'competition':
      return honour.individual && honour.prize !== undefined && atLeast(honour.level, 'municipal')
    case 'patent':
      return honour.type === 'invention' && honour.ownOccupation && honour.rank <= 5
    default:
      return false
  }
}

const dayOf = (honour: Honour) => asNumber((honour.kind === 'patent' ? honour.grantedOn : honour.awardedOn) ?? '0')

function digestHonours(honours: readonly Honour[], grade2On: number) {
  const utility = (honour: Honour) =>
    honour.kind === 'patent' && honour.type === 'utility-model' && honour.ownOccupation && honour.rank <= 5
  return {
    exemptingOn: Math.max(0, ...honours.filter(exempts).map(dayOf)),
    utilityModels: honours.filter((honour) => utility(honour) && dayOf(honour) > grade2On).length,
  }
}

function digestCertificates(facts: Facts, target: string, isCancelled: (code: string) => boolean) {
  const held = (facts.certificates ?? []).filter((one) => one.kind !== 'national-vocational')
  const own = held.filter((one) => one.occupation === target)
  const elsewhere = held.filter((one) => one.occupation !== target)
  const gone = elsewhere.filter((one) => isCancelled(one.occupation))
  const best = (of: typeof held) => Math.min(9, ...of.map((one) => one.grade))
  const first = (of: typeof held, grade: Grade) =>
    Math.min(none, ...of.filter((one) => one.grade === grade).map((one) => asNumber(one.issuedOn)))
  return {
    ownBest: best(own),
    elsewhereBest: best(elsewhere),
    bindingBest: best(elsewhere.filter((one) => !isCancelled(one.occupation))),
    own5: first(own, 5),
    own4: first(own, 4),
    own3: first(own, 3),
    own2: first(own, 2),
    elsewhere5: first(elsewhere, 5),
    elsewhere4: first(elsewhere, 4),
    elsewhere3: first(elsewhere, 3),
    elsewhere2: first(elsewhere, 2),
    cancelled5: first(gone, 5),
    cancelled4: first(gone, 4),
    cancelled3: first(gone, 3),
    grade2On: first(held, 2),
  }
}

function digestYears(years: NonNullable<Facts['assessments']>) {
  const passed = (result: string) => result === 'qualified' || result === 'excellent'
  return {
    failedYears: years.filter((year) => !passed(year.result)).length,
    goodYears: years.filter((year) => year.result === 'excellent' || year.outstandingPartyMember === true).length,
  }
}

const educationRank = (education: Facts['education']) =>
  education === 'primary' ? 0 : education === 'junior-high' ? 1 : 2

/** For a complete applicant of `randomApplicants`; throws where a fact is missing. */
export function digestForYardsticks(pack: Pack, facts: Facts): Digested {
  const { birthDate, sex, workStart, regularisedOn, occupation } = facts
  if (!birthDate || !sex || !workStart || !regularisedOn || !occupation) throw new Error('an incomplete applicant')
  const target = facts.targetOccupation ?? occupation
  const listed = (code: string) => pack.occupations.find((one) => one.code === code)
  const certificates = digestCertificates(facts, target, (code) => listed(code)?.cancelled === true)
  return {
    staff: facts.staffType ?? '',
    retired: facts.retired === true,
    retirementDay: retirementDay(asNumber(birthDate), sex, facts.retirementLine ?? 'worker'),
    targetOpen: listed(target) !== undefined && listed(target)?.cancelled !== true,
    refused: facts.unitConsent === false,
    falsificationYear: Number((facts.falsificationFoundOn ?? '0').slice(0, 4)),
    regularisedOn: asNumber(regularisedOn),
    workYears: yearsBetween(asNumber(workStart), 20231231),
    ...certificates,
    education: educationRank(facts.education),
    skill: facts.highSkillAttested === undefined ? 'open' : facts.highSkillAttested ? 'attested' : 'denied',
    sex,
    age: yearsBetween(asNumber(birthDate), 20230328),
    appointed: facts.appointedGrade2 === true,
    organisation: facts.organisation ?? '',
    ...digestYears(facts.assessments ?? []),
    ...digestHonours(facts.honours ?? [], certificates.grade2On),
  }
}

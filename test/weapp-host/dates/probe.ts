import './strict-realm'
import * as law from '@app/shared-rules'
import { clampDate, inWords, toParts, toText } from '../../../miniapp/src/shared/ui/date-parts'
import { people } from '../../sandbox/people'

/** Everything that shared-rules and the phone make of dates, on one machine. */
const pack = law.currentPack

const storekeeper = {
  ...{ sex: 'male', birthDate: '1975-01-01', staffType: 'contracted', onPost: 'on-post', retired: false },
  ...{ organisation: 'public-institution', workStart: '1996-07-01', regularisedOn: '1997-07-01' },
  ...{ occupation: 'storekeeper', education: 'senior-high', highSkillAttested: true, honours: [], certificates: [] },
}
const certificate = (grade: number, issuedOn: string) => [{ grade, occupation: 'storekeeper', issuedOn }]

function read(facts: object): law.Facts {
  const parsed = law.parseFacts(facts, pack)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.facts
}
const verdict = (grade: 1 | 2 | 3 | 4 | 5, changes: object) =>
  law.assess(pack, read({ ...storekeeper, ...changes })).grades[grade].verdict

const may2026 = Array.from({ length: law.daysInMonth(2026, 5) }, (_, at) => law.day(2026, 5, at + 1))
const onDay = (text: string) => law.parseDay(text) ?? 0
const after = (text: string, days: number) => {
  const limit = law.addWorkDays(onDay(text), days)
  return limit.ok ? law.formatChineseDay(limit.day) : limit.code
}

/** Sixty or fifty on the day that counts, the day before and the day after. */
const ages = {
  retiredBeforeNotice: verdict(3, { birthDate: '1962-12-31' }),
  retiredWhileIssued: verdict(3, { birthDate: '1963-02-01' }),
  retiredAfterNotice: verdict(3, { birthDate: '1963-03-11' }),
  fiftyByRegistration: verdict(2, {
    birthDate: '1973-03-28',
    education: 'junior-high',
    certificates: certificate(3, '2016-06-01'),
  }),
  fiftyByYearEnd: verdict(2, {
    birthDate: '1973-12-31',
    education: 'junior-high',
    certificates: certificate(3, '2016-06-01'),
  }),
  fiftyNextYear: verdict(2, {
    birthDate: '1974-01-01',
    education: 'junior-high',
    certificates: certificate(3, '2016-06-01'),
  }),
  fiveYearsByYearEnd: verdict(4, {
    workStart: '2016-07-01',
    regularisedOn: '2017-07-01',
    certificates: certificate(5, '2018-12-31'),
  }),
  fiveYearsNextYear: verdict(4, {
    workStart: '2016-07-01',
    regularisedOn: '2017-07-01',
    certificates: certificate(5, '2019-04-01'),
  }),
}

const calendar = {
  days: may2026.map(law.formatDay),
  weekdays: may2026.map(law.weekdayOf),
  workDays: may2026.map((day) => law.isWorkDay(day) ?? null),
  limits: ['2023-03-23', '2023-03-24', '2023-04-03'].map((text) => after(text, 2)),
  retirement: law.formatDay(law.retirementDay(onDay('1965-01-20'), 'male', 'worker')),
}

const wheels = {
  words: ['2026-05', '2026-05-01'].map(inWords),
  clamped: toText(clampDate({ year: 2023, month: 2, day: 31 }, '1950-01-01', '2023-03-28')),
  parts: toParts('2020-06-05') ?? null,
}

const samples = people.flatMap(({ facts }) => (facts ? [law.assess(pack, read(facts))] : []))
const questions = samples.length > 0 ? law.planNext(pack, read({ birthDate: '1973-08', workStart: '2005-09' })) : null

const findings = {
  ages,
  calendar,
  wheels,
  samples,
  questions,
  minutesFromUtc: -new Date(2023, 6, 1).getTimezoneOffset(),
}
export type Findings = typeof findings
process.stdout.write(JSON.stringify(findings))

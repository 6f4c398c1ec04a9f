import fc from 'fast-check'
import { deadline } from './deadline'
import { birthDateOfIdNumber, idNumberProblem, normaliseIdNumber, sexOfIdNumber } from './id-number'
import {
  addDays,
  addMonths,
  addYears,
  daysInMonth,
  dayOfMonth,
  formatChineseDay,
  formatDay,
  fromDayNumber,
  isLeapYear,
  parseDay,
  parseSpan,
  toDayNumber,
  weekdayOf,
} from './local-date'
import { retirementDay } from './retirement'
import { addWorkDays, isWorkDay, workDaysBetween } from './work-days'

describe('local dates', () => {
  const days = fc.integer({ min: toDayNumber(19000101), max: toDayNumber(21001231) })

  it('day numbers and days name each other, one after the other, weekday by weekday', () => {
    fc.assert(
      fc.property(days, (n) => {
        const day = fromDayNumber(n)
        expect(toDayNumber(day)).toBe(n)
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) + 1) % 7)
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
  })

  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(days, (n) => {
        expect(formatDay(fromDayNumber(n))).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  it('29 February has its anniversary on the 28th in a common year', () => {
    expect(addYears(20200229, 1)).toBe(20210228)
    expect(addYears(20200229, 4)).toBe(20240229)
  })

  it('a month later than the 31st is the last of a short month', () => {
    expect(addMonths(20230131, 1)).toBe(20230228)
    expect(addMonths(20231115, 2)).toBe(20240115)
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true])
    expect([2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([28, 30, 31])
  })

  it('a month stands for each of its days', () => {
    expect(parseSpan('2024-02')).toEqual({ first: 20240201, last: 20240229 })
    expect(dayOfMonth(20240229)).toBe(29)
  })

  it.each(['2023-2-1', '2023-00', '2023-02-30', 'x', '20230201', '2023-02-01T00:00'])('%s is no date', (text) => {
    expect(parseSpan(text)).toBeUndefined()
  })

  it('a month is no day', () => {
    expect(parseDay('2023-02')).toBeUndefined()
  })

  it('is written with its weekday', () => {
    expect(formatChineseDay(20230327)).toBe('3月27日（周一）')
    expect(formatChineseDay(20230326, true)).toBe('2023年3月26日（周日）')
  })
})

describe('working days', () => {
  it.each([
    ['Thu 2023-03-23', 20230323, 20230327],
    ['Fri 2023-03-24', 20230324, 20230328],
    ['Sat 2023-03-25', 20230325, 20230328],
    ['Mon 2023-04-03, with 清明 between', 20230403, 20230406],
    ['Thu 2023-01-19, over 春节 with working weekends', 20230119, 20230128],
    ['Wed 2023-04-26, before 五一', 20230426, 20230428],
  ])('two working days from %s', (_, from, expected) => {
    expect(addWorkDays(from, 2)).toEqual({ ok: true, day: expected })
  })

  it('a Sunday of 调休 is worked, a named Monday is not', () => {
    expect([20230423, 20230501, 20230408, 20230410].map(isWorkDay)).toEqual([true, false, false, true])
  })

  it('a year without data is unknown, never plain weekdays', () => {
    expect(isWorkDay(20350601)).toBeUndefined()
    expect(addWorkDays(20261231, 1)).toEqual({ ok: false, code: 'calendar-unknown', year: 2027 })
    expect(workDaysBetween(20261230, 20270105)).toEqual({ ok: false, code: 'calendar-unknown', year: 2027 })
    expect(deadline(20261231, 2, 20270110)).toEqual({ ok: false, code: 'calendar-unknown', year: 2027 })
  })

  it('counts what is left', () => {
    expect(workDaysBetween(20230324, 20230328)).toEqual({ ok: true, days: 2 })
    expect(workDaysBetween(20230328, 20230324)).toEqual({ ok: true, days: 0 })
  })
})

describe('a limit of two working days', () => {
  it('ends on the second of them', () => {
    expect(deadline(20230323, 2, 20230406)).toEqual({ ok: true, nominal: 20230327, effective: 20230327 })
  })

  it('never runs past the close of the review, and both are told', () => {
    expect(deadline(20230404, 2, 20230406)).toEqual({ ok: true, nominal: 20230407, effective: 20230406 })
  })
})

describe('the day of reaching the retirement age', () => {
  it.each([
    ['man', 'male', 'worker', 19630310, 20230310],
    ['woman of the worker line', 'female', 'worker', 19731105, 20231105],
    ['woman of the cadre line', 'female', 'cadre', 19680229, 20230228],
    ['man', 'male', 'worker', 19641231, 20241231],
    ['man', 'male', 'worker', 19650120, 20250220],
    ['man', 'male', 'worker', 19670512, 20280112],
    ['woman-55', 'female', 'cadre', 19741008, 20310108],
    ['woman-50', 'female', 'worker', 19750601, 20250901],
    ['man', 'male', 'worker', 19830225, 20460225],
    ['woman-55', 'female', 'cadre', 19780719, 20350919],
    ['woman-50, at the cap', 'female', 'worker', 19900715, 20450715],
  ] as const)('of a %s (%s, %s) born %d is %d', (_, sex, line, birth, expected) => {
    expect(retirementDay(birth, sex, line)).toBe(expected)
  })
})

describe('an ID number', () => {
  const withCheck = (digits: string) =>
    [...'0123456789X'].map((c) => digits + c).filter((id) => idNumberProblem(id) === undefined)

  it('has exactly one right checksum', () => {
    expect(withCheck('41999919750101001')).toHaveLength(1)
  })

  it.each([
    ['11010519491231002X', undefined],
    ['110105194912310020', 'checksum'],
    ['11010519490231002X', 'date'],
    ['1101051949123100', 'length'],
    ['11010519491231OO2X', 'characters'],
  ])('%s: %s', (id, problem) => {
    expect(idNumberProblem(id)).toBe(problem)
  })

  it('tells birth date and sex, unless it is wrong', () => {
    expect(birthDateOfIdNumber('11010519491231002X')).toBe('1949-12-31')
    expect(sexOfIdNumber('11010519491231002X')).toBe('female')
    expect([birthDateOfIdNumber('1'), sexOfIdNumber('1')]).toEqual([undefined, undefined])
    const man = withCheck('41999919750101001')[0] ?? ''
    expect(sexOfIdNumber(man)).toBe('male')
  })

  it('may be typed with spaces and a small x', () => {
    expect(normaliseIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X')
  })
})

import fs from 'node:fs'
import path from 'node:path'
import { strictDate } from '../host/strict-date'
import type { Findings } from './probe'
import { bundleProbe, runProbe } from './run-probe'

const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const
let script: string
let found: Record<(typeof zones)[number], Findings>

beforeAll(() => {
  script = bundleProbe()
  const [utc, shanghai, losAngeles] = zones.map((zone) => runProbe(script, zone))
  if (utc && shanghai && losAngeles) found = { UTC: utc, 'Asia/Shanghai': shanghai, 'America/Los_Angeles': losAngeles }
}, 60_000)
afterAll(() => fs.rmSync(path.dirname(script), { recursive: true }))

test('the probe really stands in three zones, and its Date really refuses what iOS does not read', () => {
  expect(zones.map((zone) => found[zone].minutesFromUtc)).toEqual([0, 480, -420])
  const Strict = strictDate(Date)
  for (const text of [
    '2023-03-28 09:00',
    '2020-07-01T02:14:53.000+0000',
    '2022-08',
    '2020.2.2',
    '2020-6-5',
    '202051',
  ]) {
    expect(() => new Strict(text)).toThrow(/iOS/)
  }
})

test('[danger 85] the law and the date wheels come to every answer with a Date that reads no loose string', () => {
  for (const zone of zones) {
    expect(found[zone].samples.length).toBeGreaterThan(3)
    expect(found[zone].wheels).toEqual({
      words: ['2026年5月', '2026年5月1日'],
      clamped: '2023-02-28',
      parts: { year: 2020, month: 6, day: 5 },
    })
  }
})

test.each(zones)('[danger 87] an age on the day that counts is the same on a machine in %s', (zone) => {
  expect(found[zone].ages).toEqual({
    retiredBeforeNotice: 'ineligible',
    retiredWhileIssued: 'confirm',
    retiredAfterNotice: 'eligible',
    fiftyByRegistration: 'eligible',
    fiftyByYearEnd: 'confirm',
    fiftyNextYear: 'ineligible',
    fiveYearsByYearEnd: 'eligible',
    fiveYearsNextYear: 'ineligible',
  })
  expect(found[zone].samples).toEqual(found.UTC.samples)
})

test.each(zones)('[danger 89] May 2026 has its 31 days from a Friday to a Sunday on a machine in %s', (zone) => {
  const { days, weekdays, workDays, limits, retirement } = found[zone].calendar
  expect([days[0], days[30], days.length]).toEqual(['2026-05-01', '2026-05-31', 31])
  expect(weekdays.slice(0, 7)).toEqual([5, 6, 0, 1, 2, 3, 4])
  expect(workDays).toEqual(found.UTC.calendar.workDays)
  expect(workDays[0]).toBe(false)
  expect(limits).toEqual(['3月27日（周一）', '3月28日（周二）', '4月6日（周四）'])
  expect(retirement).toBe('2025-02-20')
})

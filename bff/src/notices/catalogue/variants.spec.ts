import type { NoticeSubject } from '../../applications/notice-door'
import { catalogue, type CatalogueName } from './catalogue'
import type { NoticeContent, Occasion } from './notice'
import { sampleLimit, sampleOccasion } from './occasion.fixture'

type Changes = Partial<Omit<Occasion, 'subject'>> & { subject?: Partial<NoticeSubject> }

/** The sample's words for the applicant, with something about it changed. */
function said(name: CatalogueName, { subject, ...changes }: Changes): NoticeContent {
  const told = catalogue[name].applicant
  const sample = sampleOccasion(name)
  if (!('words' in told)) throw new Error(`${name} says nothing to the applicant`)
  return told.words({ ...sample, ...changes, subject: { ...sample.subject, ...subject } })
}

const day = (text: string): Date => new Date(`${text}T10:00:00+08:00`)

describe('an acceptance while nobody can pay', () => {
  it.each([
    ['fee-not-set', '市工考办还没有公布收多少钱'],
    ['deadline-not-set', '市工考办还没有公布最晚哪天缴'],
  ] as const)('says what is not set (%s), and that nothing is to be done', (reason, words) => {
    const content = said('accepted-pay-online', {
      subject: { payment: { state: 'closed', reason }, payUntil: undefined },
    })
    expect(content.title).toBe('审查通过，等缴费通知')
    expect(content.happened).toContain(words)
    expect([content.todo, content.until, content.wechat.template]).toEqual([undefined, undefined, 'progress'])
  })

  it('that has become too late gives no day that is over', () => {
    expect(said('accepted-pay-online', { now: day('2023-04-11') }).until).toBeUndefined()
  })
})

describe('a return', () => {
  it('whose limit is over says whom to ask', () => {
    const content = said('returned-by-office', { now: day('2023-03-28') })
    expect(content.todo).toBe(
      '改正的期限到 3月27日（周一）24:00 为止，已经过了。请马上联系单位经办人或市工考办（电话 0391-0000000）。',
    )
  })

  it('cut by the close of the review says so', () => {
    const limit = { ...sampleLimit, nominal: '2023-04-07', effective: '2023-04-06', until: '2023-04-06T16:00:00.000Z' }
    expect(said('returned-by-office', { subject: { limit } }).todo).toBe(
      '请在 4月6日（周四）24:00 前改好并重新提交（审查到这一天结束）。',
    )
  })

  it('without a limit that is known ends with the review', () => {
    const content = said('returned-by-unit', { subject: { limit: undefined } })
    expect(content.until).toBe('2023-04-06T16:00:00.000Z')
    expect(content.todo).toBe('请在 4月6日（周四）24:00 前改好并重新提交。具体期限请问退回的单位。')
  })

  it('without a reason still says that it has to be mended', () => {
    expect(said('returned-by-unit', { items: [] }).happened).toBe(
      '示例单位退回了李师傅的三级（高级工）申报，要改好再交。',
    )
  })
})

it('asks nobody to apply anew when registration is over', () => {
  expect(said('rejected', { now: day('2023-03-27') }).todo).toContain(
    '想重新申报的，请在 3月28日（周二）24:00 前提交。',
  )
  expect(said('rejected', { now: day('2023-03-29') }).todo).toBe('有疑问请联系市工考办（电话 0391-0000000）。')
  expect(said('withdrawn-tell-unit', { now: day('2023-03-29') }).happened).toContain('报名已经截止')
})

it('says of a day that is over that it is over', () => {
  expect(said('onsite-required', { now: day('2023-04-07') }).todo).toContain('（期限到 4月6日（周四）24:00，已经过了）')
})

it('leads to the one paper that is missing, and of several to where they stand', () => {
  const two = ['papers.yearly-assessment:2022', 'papers.id-card']
  expect(said('reminder-supplement', {}).place).toEqual({
    page: 'apply/paper',
    query: { id: sampleOccasion('reminder-supplement').subject.id, paper: 'yearly-assessment:2022' },
  })
  expect(said('reminder-supplement', { subject: { openSupplements: two } }).place.page).toBe('track/status')
})

it('gives no day for a promised paper once the exams go on', () => {
  const content = said('reminder-supplement', { now: day('2023-07-02') })
  expect([content.todo, content.until]).toEqual(['请拍好，在您考试之前补交，越早越好。', undefined])
})

it('says what else was promised when one paper was taken', () => {
  const content = said('supplement-accepted', { subject: { openSupplements: ['papers.id-card'] } })
  expect(content.happened).toContain('还要补交：身份证。')
})

describe('what the office says of an exam', () => {
  it('gives the subscribe message its hour, else 08:00 of the day, else when it was told', () => {
    const when = (facts: Record<string, string>) => said('ticket-issued', { facts }).wechat.when
    expect(when({ date: '2023-07-08', time: '09:30-11:00' })).toBe('2023-07-08T01:30:00.000Z')
    expect(when({ startsOn: '2023-07-08' })).toBe('2023-07-08T00:00:00.000Z')
    expect(when({ startsAt: '2023-07-08T02:00:00Z' })).toBe('2023-07-08T02:00:00.000Z')
    expect(when({ date: '2023-13-40' })).toBe(sampleOccasion('ticket-issued').at.toISOString())
  })

  it('leaves out what is a code or unknown, and says whom to ask where nothing is left', () => {
    expect(said('ticket-issued', { facts: { venueId: '9', note: 'moved_to_other' } }).happened).toBe(
      '李师傅的三级（高级工）考核的准考证已经发了。时间和地点请问单位经办人或市工考办（电话 0391-0000000）。',
    )
  })
})

it('says no amount that is not known', () => {
  expect(said('refund-done', { facts: {} }).happened).toBe(
    '李师傅的三级（高级工）考核费退款：已经退回，请在微信“服务通知”或银行卡里看。',
  )
  expect(said('refund-done', { facts: { amountCents: 'x' } }).happened).not.toContain('¥')
  expect(said('confirmed', { facts: {} }).happened).toMatch(/^李师傅的三级（高级工）考核报名已经确认。/)
})

import type { NoticeSubject } from '../../applications/notice-door'
import type { ApplicationState, ReturnItem } from '../../contract'
import type { CatalogueName, PlaceReminder } from './catalogue'
import type { Occasion } from './notice'

/** Of an invented person; the words of one who returns are as careless as they come. */
export const idNumber = '41999919750101001X'

const items: ReturnItem[] = [
  { item: 'papers.id-card', code: 'unreadable', words: '' },
  { item: 'facts.workStart', code: 'differs-from-file', words: `档案里是1996年7月，\n身份证 ${idNumber} 对不上` },
  { item: 'papers.yearly-assessment:2022', code: 'seal-missing', words: '' },
  { item: 'form.phone', code: 'wrong', words: '打不通' },
]

export function sampleSubject(changes: Partial<NoticeSubject> = {}): NoticeSubject {
  return {
    id: 'a3f0c1d2-0000-4000-8000-000000000001',
    state: 'unit-review',
    since: new Date('2023-03-23T02:00:00Z'),
    createdAt: new Date('2023-03-20T02:00:00Z'),
    accountIds: ['li'],
    unitCode: 'u-example',
    departmentCode: 'd-example',
    name: '李明',
    grade: 3,
    gradeName: '三级（高级工）',
    occupation: '汽车驾驶员',
    unitName: '示例单位',
    departmentName: '示例局',
    officeName: '市工考办',
    recordNo: '2023-000001',
    items: [],
    limit: undefined,
    payment: { state: 'not-due' },
    payUntil: undefined,
    counter: { office: '市工考办', phone: '0391-0000000', address: '示例路1号' },
    openSupplements: [],
    registrationClosesAt: '2023-03-28T16:00:00.000Z',
    reviewClosesAt: '2023-04-06T16:00:00.000Z',
    examsFrom: '2023-06-30T16:00:00.000Z',
    listUntil: '2023-03-30T16:00:00.000Z',
    ...changes,
  }
}

/** Returned on a Thursday, with two working days. */
export const sampleLimit: NonNullable<NoticeSubject['limit']> = {
  state: 'set',
  nominal: '2023-03-27',
  effective: '2023-03-27',
  until: '2023-03-27T16:00:00.000Z',
  workDaysLeft: 2,
  passed: false,
}

const noLimit: NonNullable<NoticeSubject['limit']> = {
  state: 'unknown',
  reason: 'not-set',
  windowClose: '2023-04-06',
  until: '2023-04-06T16:00:00.000Z',
  passed: false,
}

const inState = (state: ApplicationState, more: Partial<NoticeSubject> = {}) => ({
  subject: sampleSubject({ state, ...more }),
})

const paying = (state: 'online' | 'counter') =>
  inState(state === 'online' ? 'awaiting-payment' : 'awaiting-counter-payment', {
    payment: { state, feeCents: 8000, deadline: '2023-04-10' },
    payUntil: new Date('2023-04-10T16:00:00Z'),
  })

const promised = { openSupplements: ['papers.yearly-assessment:2022'] }
const money = {
  facts: { amountCents: '8000' },
  ...inState('confirmed', { payment: { state: 'not-due', feeCents: 8000 } }),
}
const training = { startsOn: '2023-05-08', place: '示例技工学校', unknown: 'internal-code' }
const exam = { date: '2023-07-08', time: '09:00', site: '示例考点', seat: '12', ticketNo: '20230708' }
const whole: ReturnItem[] = [{ item: '*', code: 'other', words: '工作年限不够' }]

const byOffice = { who: '市工考办' }
const returnedBy = (state: ApplicationState, who: string, limit: NoticeSubject['limit']) => ({
  ...{ who, items },
  ...inState(state, { items, limit }),
})

const samples: Partial<Record<CatalogueName, Partial<Occasion>>> = {
  'department-to-review': { who: '示例单位', ...inState('department-review') },
  'sent-to-office': { who: '示例局', ...inState('office-review') },
  'returned-by-unit': returnedBy('unit-returned', '示例单位', noLimit),
  'returned-by-department': returnedBy('department-returned', '示例局', noLimit),
  'returned-by-office': returnedBy('office-returned', '市工考办', sampleLimit),
  'withdrawn-tell-unit': { facts: { reason: '今年先不报了' }, ...inState('withdrawn') },
  'manual-decision': { ...byOffice, facts: { opinion: '同意按破格申报' }, ...inState('office-review') },
  'onsite-required': { ...byOffice, ...inState('onsite-review') },
  rejected: { ...byOffice, items: whole, ...inState('rejected') },
  disqualified: { ...byOffice, items: [{ item: '*', code: 'other', words: '材料虚假' }], ...inState('disqualified') },
  'supplement-accepted': { ...byOffice, ...inState('confirmed') },
  'supplement-rejected': { ...byOffice, items: items.slice(2, 3), ...inState('confirmed', promised) },
  'accepted-pay-online': { ...byOffice, ...paying('online') },
  'accepted-pay-at-counter': { ...byOffice, ...paying('counter') },
  confirmed: money,
  abandoned: inState('abandoned', { payUntil: new Date('2023-04-10T16:00:00Z') }),
  'refund-decided': { ...money, ...byOffice, facts: { amountCents: '8000', reason: '考试取消' } },
  'refund-asked': money,
  'refund-done': money,
  'refund-stuck': money,
  'payment-held': { ...money, facts: { amountCents: '7000' } },
  'training-announced': { ...byOffice, facts: training, ...inState('training') },
  'ticket-issued': { ...byOffice, facts: exam, ...inState('exam-scheduled') },
  'site-changed': { ...byOffice, facts: { site: '示例考点二' }, ...inState('exam-scheduled') },
  'schedule-changed': { ...byOffice, facts: { startsAt: '2023-07-09T01:00:00Z' }, ...inState('exam-scheduled') },
  'score-published': { ...byOffice, facts: { score: '86', result: 'passed' }, ...inState('result') },
  result: { ...byOffice, facts: { conclusion: '合格' }, ...inState('result') },
  'objection-answered': { ...byOffice, facts: { answer: '经复核，成绩无误' }, ...inState('result') },
  'review-result': { ...byOffice, facts: { conclusion: '通过' }, ...inState('comprehensive-review') },
  'public-notice': { ...byOffice, ...inState('public-notice') },
  certified: { ...byOffice, facts: { certificateNo: '2316001' }, ...inState('certified') },
  'not-passed': { ...byOffice, ...inState('not-passed') },
  'reminder-submit': inState('draft'),
  'reminder-correct': inState('office-returned', { items, limit: { ...sampleLimit, workDaysLeft: 1 } }),
  'reminder-pay': paying('online'),
  'reminder-supplement': inState('confirmed', promised),
}

/** As NoticeWriter gets them for a place. */
export const samplePlaceFacts: Record<PlaceReminder, Record<string, string>> = {
  'reminder-review': {
    ...{ name: '示例单位', review: 'unit', count: '12' },
    ...{ now: '2023-03-23T02:00:00Z', until: '2023-04-06T16:00:00Z' },
  },
  'reminder-list': {
    ...{ name: '示例单位', office: '市工考办', count: '12' },
    ...{ now: '2023-03-29T00:00:00Z', until: '2023-03-30T16:00:00Z' },
  },
}

/** One sample of each notice, with all that it can say. */
export function sampleOccasion(name: CatalogueName): Occasion {
  const at = new Date('2023-03-23T02:00:00Z')
  const plain: Occasion = { subject: sampleSubject(), at, now: at, who: undefined, items: [], facts: {} }
  const place = Object.entries(samplePlaceFacts).find(([one]) => one === name)
  return { ...plain, ...samples[name], ...(place && { facts: place[1] }) }
}

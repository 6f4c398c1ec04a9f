import { currentPack } from '@app/shared-rules'
import { checkReference } from './check-reference'
import type { ReferenceData } from './reference-data'

const plain: ReferenceData = {
  occupations: [],
  districts: [],
  departments: [],
  units: [],
  fees: [],
  schedule: {},
  pins: {},
}
const check = (changes: Partial<ReferenceData>) => () => checkReference({ ...plain, ...changes }, currentPack)

test.each<[string, Partial<ReferenceData>]>([
  ['reference.schedule.reviewClosesOn is no day', { schedule: { reviewClosesOn: '2023-13-01' } }],
  ['reference.schedule.registrationClosesOn is no day', { schedule: { registrationClosesOn: '2023-02-30' } }],
  ['not in this order', { schedule: { registrationClosesOn: '2023-04-07' } }],
  ['not in this order', { schedule: { registrationOpensOn: '2023-03-29' } }],
  ['reference.paymentDeadline is no day', { paymentDeadline: '2023-04-31' }],
  ['reference.pins.staff-agency is no reading', { pins: { 'staff-agency': 'bananas' } }],
  ['reference.pins.bananas is no reading', { pins: { bananas: 'in' } }],
  ['reference.pins.notice-issued-on is no reading', { pins: { 'notice-issued-on': '2023-02-29' } }],
  ['reference.photo is no size', { photo: { widthPx: 295, heightPx: 0, maxBytes: 102_400 } }],
  ['reference.photo is no size', { photo: { widthPx: 29_500, heightPx: 413, maxBytes: 102_400 } }],
  ['reference.photo is no size', { photo: { widthPx: 295, heightPx: 413, maxBytes: 1 } }],
])('a list that cannot be laid over the pack is refused: %s', (message, changes) => {
  expect(check(changes)).toThrow(message)
})

test('moved days and pinned readings that fit are taken', () => {
  const schedule = { registrationClosesOn: '2023-03-31', reviewClosesOn: '2023-04-10' }
  const pins = { 'staff-agency': 'in', 'notice-issued-on': '2023-03-01' }
  expect(check({ schedule, pins, paymentDeadline: '2023-04-20' })).not.toThrow()
  expect(check({ photo: { widthPx: 295, heightPx: 413, maxBytes: 102_400 } })).not.toThrow()
})

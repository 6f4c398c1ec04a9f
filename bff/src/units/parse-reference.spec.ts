import { parseReference } from './parse-reference'

const good = {
  occupations: [{ code: 'a', name: '甲', cancelled: true, successors: ['b'], later: 'field' }],
  districts: [{ code: 'city', name: '市直', kind: 'city-direct', office: { name: '市工考办' }, onlinePayment: true }],
  departments: [{ code: 'd', name: '主管', contacts: [{ name: '甲', phone: '12000000002' }] }],
  units: [
    { code: 'u', name: '单位', district: 'city', department: 'd', contacts: [{ name: '乙', phone: '12000000001' }] },
    { code: 'v', name: '无人', district: 'city', contacts: [] },
  ],
  fees: [{ grade: 3, cents: 0 }],
  schedule: { registrationClosesOn: '2023-03-31' },
  pins: {},
}

const photo = { widthPx: 295, heightPx: 413, maxBytes: 102_400 }

test('the photo is read where the office has set one', () => {
  expect(parseReference(good).data).not.toHaveProperty('photo')
  const { data } = parseReference({ ...good, photo: { ...photo, background: 'white', later: 'field' } })
  expect(data.photo).toEqual({ ...photo, background: 'white' })
})

test('a list is read, unknown fields left out, contacts kept apart', () => {
  const { data, contacts } = parseReference(good)
  expect(data.occupations).toEqual([{ code: 'a', name: '甲', cancelled: true, successors: ['b'] }])
  expect(data.units.map(({ hasContacts }) => hasContacts)).toEqual([true, false])
  expect(contacts).toEqual([
    { phone: '12000000001', role: 'unit-contact', placeCode: 'u' },
    { phone: '12000000002', role: 'department-contact', placeCode: 'd' },
  ])
  expect(JSON.stringify(data)).not.toContain('1200000000')
})

test('an address that the office gives for a contact is taken, one that is none makes nobody less of a contact', () => {
  const contacts = ['ZHANG@Example.INVALID', ' ｈｅ＠example。invalid', 'none', undefined].map((email, at) => ({
    ...{ name: '示例', phone: `1200000000${at}` },
    ...(email !== undefined && { email }),
  }))
  const parsed = parseReference({ ...good, units: [{ ...good.units[0], contacts }], departments: [] })
  expect(parsed.contacts.map(({ email }) => email)).toEqual([
    'ZHANG@example.invalid',
    'he@example.invalid',
    undefined,
    undefined,
  ])
  expect(JSON.stringify(parsed.data)).not.toContain('invalid')
})

test.each([
  ['reference is no object', []],
  ['reference is no object', null],
  ['reference.units is not a list', { ...good, units: undefined }],
  ['reference.units[0].name is not text', { ...good, units: [{ ...good.units[0], name: 7 }] }],
  ['reference.fees[0].cents is not a whole number', { ...good, fees: [{ grade: 3, cents: 1.5 }] }],
  ['reference.fees[0].cents is not a whole number', { ...good, fees: [{ grade: 3, cents: -1 }] }],
  ['reference.districts[0].kind is not', { ...good, districts: [{ ...good.districts[0], kind: 'moon' }] }],
  [
    'reference.districts[0].onlinePayment is not',
    { ...good, districts: [{ ...good.districts[0], onlinePayment: 'yes' }] },
  ],
  [
    'reference.units[0].contacts[0].email is not text',
    { ...good, units: [{ ...good.units[0], contacts: [{ phone: '12000000001', email: 7 }] }] },
  ],
  ['reference.photo is no object', { ...good, photo: '295x413' }],
  ['reference.photo.widthPx is not a whole number', { ...good, photo: { heightPx: 413, maxBytes: 102_400 } }],
  ['reference.photo.background is not white, blue, red', { ...good, photo: { ...photo, background: 'plaid' } }],
  ['reference.schedule.x is not text', { ...good, schedule: { x: 1 } }],
])('a faulty list is refused whole: %s', (message, input) => {
  expect(() => parseReference(input)).toThrow(message)
})

import type { CampaignOccupation } from '../contract/campaign'
import type { PhotoSpecification } from '../contract/documents'
import { mailAddress } from '../platform/mail/mail-address'
import { Fields } from './fields'
import type {
  ReferenceContact,
  ReferenceData,
  ReferenceDepartment,
  ReferenceDistrict,
  ReferenceUnit,
} from './reference-data'

export interface ParsedReference {
  data: ReferenceData
  contacts: ReferenceContact[]
}

/** The office's answer, field by field. Throws ReferenceFault that names what is wrong; unknown fields are left out. */
export function parseReference(input: unknown): ParsedReference {
  const root = Fields.of(input, 'reference')
  const deadline = root.optionalText('paymentDeadline')
  const data = {
    occupations: root.list('occupations', occupation),
    districts: root.list('districts', district),
    departments: root.list('departments', department),
    // In the order in which they are searched, page by page.
    units: root.list('units', unit).sort((left, right) => (left.code < right.code ? -1 : 1)),
    fees: root.list('fees', (fee) => ({ grade: fee.whole('grade'), cents: fee.whole('cents') })),
    ...(deadline !== undefined && { paymentDeadline: deadline }),
    schedule: root.textMap('schedule'),
    pins: root.textMap('pins'),
    ...(root.has('photo') && { photo: photo(root.inner('photo')) }),
  }
  const contacts = [
    ...contactsIn(root, 'units', 'unit-contact'),
    ...contactsIn(root, 'departments', 'department-contact'),
  ]
  return { data, contacts }
}

function occupation(fields: Fields): CampaignOccupation {
  return {
    code: fields.text('code'),
    name: fields.text('name'),
    ...(fields.has('cancelled') && { cancelled: fields.flag('cancelled') }),
    ...(fields.has('successors') && { successors: fields.texts('successors') }),
  }
}

function district(fields: Fields): ReferenceDistrict {
  const office = fields.inner('office')
  const [phone, address] = [office.optionalText('phone'), office.optionalText('address')]
  const [returnWorkDays, listWorkDays] = [fields.optionalWhole('returnWorkDays'), fields.optionalWhole('listWorkDays')]
  return {
    code: fields.text('code'),
    name: fields.text('name'),
    kind: fields.oneOf('kind', ['city-direct', 'central-provincial', 'urban-district', 'county']),
    office: { name: office.text('name'), ...(phone && { phone }), ...(address && { address }) },
    onlinePayment: fields.flag('onlinePayment'),
    ...(returnWorkDays !== undefined && { returnWorkDays }),
    ...(listWorkDays !== undefined && { listWorkDays }),
  }
}

function photo(fields: Fields): PhotoSpecification {
  return {
    widthPx: fields.whole('widthPx'),
    heightPx: fields.whole('heightPx'),
    maxBytes: fields.whole('maxBytes'),
    ...(fields.has('background') && { background: fields.oneOf('background', ['white', 'blue', 'red']) }),
  }
}

function department(fields: Fields): ReferenceDepartment {
  return { code: fields.text('code'), name: fields.text('name'), hasContacts: personsIn(fields).length > 0 }
}

function unit(fields: Fields): ReferenceUnit {
  const departmentCode = fields.optionalText('department')
  return {
    code: fields.text('code'),
    name: fields.text('name'),
    district: fields.text('district'),
    ...(departmentCode !== undefined && { department: departmentCode }),
    hasContacts: personsIn(fields).length > 0,
  }
}

type Reached = Pick<ReferenceContact, 'phone' | 'email'>

const personsIn = (fields: Fields): Reached[] => fields.list('contacts', person)

/** An address that no mail can go to makes nobody less of a contact. */
function person(fields: Fields): Reached {
  const email = mailAddress(fields.optionalText('email') ?? '')
  return { phone: fields.text('phone'), ...(email !== undefined && { email }) }
}

function contactsIn(root: Fields, list: string, role: ReferenceContact['role']): ReferenceContact[] {
  return root
    .list(list, (place) => personsIn(place).map((one) => ({ ...one, role, placeCode: place.text('code') })))
    .flat()
}

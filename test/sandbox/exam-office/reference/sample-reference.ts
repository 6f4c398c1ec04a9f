import { contacts } from '../../people'
import { type Contact, type Reference } from '../contract/types'
import { sampleUnits } from './sample-units'

/**
 * What the office's list could look like. Occupations and units are samples; districts bear the names of places, the way
 * each reviews follows 三(四) and 三(五) of the notice; fees, photo and payment deadline are unset until the office sets them.
 */
export function sampleReference(campaign: string): Reference {
  return {
    campaign,
    sample: true,
    occupations: [
      { code: 'car-driver', name: '汽车驾驶员' },
      { code: 'car-mechanic', name: '汽车维修工' },
      { code: 'storekeeper', name: '保管工' },
      { code: 'office-equipment-repairer', name: '办公设备维修工' },
      { code: 'military-electronics-assembler', name: '军工电子设备制造工' },
      { code: 'switchboard-operator', name: '话务员', cancelled: true, successors: ['office-equipment-repairer'] },
    ],
    districts: [
      // The two limits of 三(五) are set for units of these two only.
      { code: 'city', name: '焦作市直', kind: 'city-direct', office: cityOffice, onlinePayment: true, ...twoDays },
      {
        code: 'central',
        name: '中央和省驻焦单位',
        kind: 'central-provincial',
        office: cityOffice,
        onlinePayment: true,
        ...twoDays,
      },
      { code: 'jiefang', name: '解放区', kind: 'urban-district', office: cityOffice, onlinePayment: true },
      { code: 'shanyang', name: '山阳区', kind: 'urban-district', office: cityOffice, onlinePayment: false },
      { code: 'xiuwu', name: '修武县', kind: 'county', office: countyOffice('修武县', '9002'), onlinePayment: false },
      { code: 'boai', name: '博爱县', kind: 'county', office: countyOffice('博爱县', '9003'), onlinePayment: true },
      { code: 'qinyang', name: '沁阳市', kind: 'county', office: { name: '沁阳市工考管理机构' }, onlinePayment: false },
    ],
    departments: [
      {
        code: 'sample-health-department',
        name: '示例·市卫生主管部门',
        contacts: contactsOf('sample-health-department'),
      },
      { code: 'sample-education-department', name: '示例·县教育主管部门', contacts: [] },
    ],
    units: sampleUnits.map((unit) => ({ ...unit, contacts: contactsOf(unit.code) })),
    fees: [],
    schedule: {},
    pins: {},
  }
}

const twoDays = { returnWorkDays: 2, listWorkDays: 2 }
const cityOffice = { name: '市工考办（示例电话）', phone: '12000009001' }

function countyOffice(place: string, number: string): { name: string; phone: string } {
  return { name: `${place}工考管理机构（示例电话）`, phone: `1200000${number}` }
}

function contactsOf(code: string): Contact[] {
  return contacts
    .filter(({ unit }) => unit === code)
    .map(({ name, phone, email }) => ({
      ...{ name, phone },
      ...(email !== undefined && { email }),
    }))
}

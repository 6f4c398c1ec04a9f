import { Injectable } from '@nestjs/common'
import { listRule, returnRule } from '../eligibility/correction-limit'
import type { Principal } from '../platform/http/principal'
import { CampaignReference } from '../units/campaign-reference'
import type { ReferenceData, ReferenceDistrict, ReferenceUnit } from '../units/reference-data'
import { edgeContext, type FeeSetting, type Place, type Standing } from './place'
import type { ApplicationRow } from './rows/application-row'

/** Place and fee of one application. */
export type Terms = Standing & { fee: FeeSetting }

export type UnitNames = { code: string; name: string }[]

/** Who reviews where the unit's office is not known: the city's office of the notice. */
const cityOffice = '市工考办'

type UnitOf = Pick<ApplicationRow, 'unitCode' | 'unitName'>

/** What the office's list says today about an application's unit. */
@Injectable()
export class Places {
  constructor(private readonly reference: CampaignReference) {}

  async of(row: UnitOf): Promise<Place> {
    return (await this.book())(row)
  }

  /** For many applications at once: the list is asked for only once. */
  async book(): Promise<(row: UnitOf) => Place> {
    const { data } = await this.reference.current()
    return (row) => placeOf(data, row)
  }

  async fee(row: Pick<ApplicationRow, 'grade'>): Promise<FeeSetting> {
    const { data } = await this.reference.current()
    return feeOf(data, row.grade)
  }

  async standing(row: UnitOf & Pick<ApplicationRow, 'grade'>): Promise<Standing> {
    return (await this.terms())(row)
  }

  /** For many applications at once, with the fee: the list is asked for only once. */
  async terms(): Promise<(row: UnitOf & Pick<ApplicationRow, 'grade'>) => Terms> {
    const { data } = await this.reference.current()
    return (row) => {
      const [place, fee] = [placeOf(data, row), feeOf(data, row.grade)]
      return { place, fee, context: edgeContext(place, fee, row.grade) }
    }
  }

  async isListed(unitCode: string): Promise<boolean> {
    return (await this.reference.unit(unitCode)) !== undefined
  }

  /** Units whose applications this contact may see: its own, and those of its 主管部门. */
  async unitsOf({ unitCodes, departmentCodes }: Pick<Principal, 'unitCodes' | 'departmentCodes'>): Promise<UnitNames> {
    const { data } = await this.reference.current()
    const seen = data.units.filter(
      ({ code, department }) =>
        unitCodes.includes(code) || (department !== undefined && departmentCodes.includes(department)),
    )
    return seen.map(({ code, name }) => ({ code, name }))
  }
}

function placeOf(data: ReferenceData, row: UnitOf): Place {
  const listed = listedUnit(data, row)
  const district = listed && data.districts.find(({ code }) => code === listed.district)
  return {
    unit: listed ? { code: listed.code, name: listed.name, listed: true } : typedUnit(row),
    department: listed && data.departments.find(({ code }) => code === listed.department),
    district: district?.code,
    officeName: district?.office.name ?? cityOffice,
    ...(district && { counter: counterOf(district) }),
    limit: district && returnRule(district),
    listLimit: district && listRule(district),
    onlinePayment: district?.onlinePayment ?? false,
  }
}

/** A unit that was typed before the office listed it is found by its name. */
function listedUnit(data: ReferenceData, { unitCode, unitName }: UnitOf): ReferenceUnit | undefined {
  if (unitCode !== null) return data.units.find(({ code }) => code === unitCode)
  return unitName === null ? undefined : data.units.find(({ name }) => name === unitName)
}

function typedUnit({ unitCode, unitName }: UnitOf): Place['unit'] {
  const name = unitName ?? unitCode
  return name === null ? undefined : { ...(unitCode && { code: unitCode }), name, listed: false }
}

function counterOf({ office: { phone, address } }: ReferenceDistrict): NonNullable<Place['counter']> {
  return { ...(phone && { phone }), ...(address && { address }) }
}

function feeOf(data: ReferenceData, grade: ApplicationRow['grade']): FeeSetting {
  return { feeCents: data.fees.find((fee) => fee.grade === grade)?.cents, deadline: data.paymentDeadline }
}

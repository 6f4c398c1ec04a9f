import { Injectable } from '@nestjs/common'
import { Settings } from '../platform/settings/settings'
import {
  nothingLoaded,
  type ReferenceData,
  type ReferenceDepartment,
  type ReferenceDistrict,
  type ReferenceUnit,
} from './reference-data'
import { ReferenceStore } from './reference-store'

export interface ReferenceView {
  /** False: the office was never reached; `data` is empty. */
  loaded: boolean
  version?: string
  /** When the office last said that this holds. */
  asOf?: Date
  data: ReferenceData
}

interface Kept {
  version: string
  data: ReferenceData
  units: ReadonlyMap<string, ReferenceUnit>
}

/** The office's list as it holds now, for every feature that needs it. The content is parsed once per version. */
@Injectable()
export class CampaignReference {
  private kept: Kept | undefined

  constructor(
    private readonly store: ReferenceStore,
    private readonly settings: Settings,
  ) {}

  async current(): Promise<ReferenceView> {
    const stamp = await this.store.stamp(this.settings.campaign)
    const kept = stamp && (await this.at(stamp.version))
    if (!kept) return { loaded: false, data: nothingLoaded }
    return { loaded: true, version: kept.version, asOf: stamp.confirmedAt, data: kept.data }
  }

  async unit(code: string): Promise<ReferenceUnit | undefined> {
    await this.current()
    return this.kept?.units.get(code)
  }

  async district(code: string): Promise<ReferenceDistrict | undefined> {
    return (await this.current()).data.districts.find((district) => district.code === code)
  }

  async department(code: string): Promise<ReferenceDepartment | undefined> {
    return (await this.current()).data.departments.find((department) => department.code === code)
  }

  private async at(version: string): Promise<Kept | undefined> {
    if (this.kept?.version === version) return this.kept
    const row = await this.store.load(this.settings.campaign)
    if (!row) return undefined
    const units = new Map(row.content.units.map((unit) => [unit.code, unit]))
    this.kept = { version: row.version, data: row.content, units }
    return this.kept
  }
}

import { Injectable } from '@nestjs/common'
import { configurePack, findPack, type Pack } from '@app/shared-rules'
import type { LawVersion } from '../contract'
import { AppError } from '../platform/errors/app-error'

/** What the exam office lays over a pack. */
export interface LawReference extends Pick<Parameters<typeof configurePack>[1], 'occupations' | 'photo' | 'schedule'> {
  /** The office's ETag. */
  version: string
  pins: Record<string, string>
}

/** Where the reference comes from. Eligibility knows no other feature, so who knows it says so with `Law.take`. */
export type LawSource = (campaign: string) => Promise<LawReference | undefined>

export interface LawInForce {
  pack: Pack
  version: LawVersion
}

/** The law as it is in force now: the pack with the office's reference data laid over it; the bare pack until there is any. */
@Injectable()
export class Law {
  private source: LawSource = () => Promise.resolve(undefined)
  private latest: LawInForce | undefined

  take(source: LawSource): void {
    this.source = source
  }

  /** @throws AppError `pack-unknown` {pack} */
  async inForce(campaign: string): Promise<LawInForce> {
    const bare = findPack(campaign)
    if (!bare) throw new AppError('pack-unknown', { pack: campaign }, 404)
    const reference = await this.source(campaign)
    if (!reference) return { pack: bare, version: { pack: campaign, pins: {} } }
    return this.merged(bare, reference)
  }

  /** For many applications at once: each campaign is looked up only once. */
  async book(campaigns: Iterable<string>): Promise<ReadonlyMap<string, LawInForce>> {
    const laws = new Map<string, LawInForce>()
    for (const campaign of new Set(campaigns)) laws.set(campaign, await this.inForce(campaign))
    return laws
  }

  private merged(bare: Pack, reference: LawReference): LawInForce {
    const kept = this.latest
    if (kept?.version.pack === bare.id && kept.version.referenceVersion === reference.version) return kept
    const { version, ...data } = reference
    this.latest = {
      pack: configurePack(bare, data),
      version: { pack: bare.id, referenceVersion: version, pins: reference.pins },
    }
    return this.latest
  }
}

import { Injectable } from '@nestjs/common'
import type { Campaign } from '../contract/campaign'
import { Settings } from '../platform/settings/settings'
import { CampaignReference } from './campaign-reference'
import { campaignView, etagOf } from './campaign-view'

interface Drawn {
  version: string | undefined
  campaign: Campaign
  etag: string
}

/** The campaign as every phone gets it: put together once per version of the office's list. */
@Injectable()
export class CurrentCampaign {
  private drawn: Drawn | undefined

  constructor(
    private readonly reference: CampaignReference,
    private readonly settings: Settings,
  ) {}

  async current(): Promise<Pick<Drawn, 'campaign' | 'etag'>> {
    const reference = await this.reference.current()
    if (this.drawn === undefined || this.drawn.version !== reference.version) {
      const campaign = campaignView(this.settings.campaign, reference)
      this.drawn = { version: reference.version, campaign, etag: etagOf(campaign) }
    }
    const { campaign, etag } = this.drawn
    return { campaign: { ...campaign, ...asOf(reference.asOf) }, etag }
  }
}

const asOf = (instant: Date | undefined): Pick<Campaign, 'referenceAsOf'> =>
  instant === undefined ? {} : { referenceAsOf: instant.toISOString() }

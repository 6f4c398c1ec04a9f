import { Injectable } from '@nestjs/common'
import type { PhotoSpecification } from '../../contract'
import { CampaignReference } from '../../units/campaign-reference'

/** The certificate photo as the office wants it. */
@Injectable()
export class PhotoAsked {
  constructor(private readonly reference: CampaignReference) {}

  /** Undefined: the office has set none, and no photo is asked for. */
  async current(): Promise<PhotoSpecification | undefined> {
    return (await this.reference.current()).data.photo
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Law, type LawReference } from '../eligibility/law'
import { CampaignReference } from '../units/campaign-reference'

/** Hands the office's reference data to the law: eligibility itself knows no other feature. */
@Injectable()
export class ReferenceOfLaw implements OnModuleInit {
  constructor(
    private readonly law: Law,
    private readonly reference: CampaignReference,
  ) {}

  onModuleInit(): void {
    this.law.take(() => this.current())
  }

  private async current(): Promise<LawReference | undefined> {
    const { version, data } = await this.reference.current()
    if (version === undefined) return undefined
    const { occupations, schedule, pins, photo } = data
    return { version, schedule, pins, ...(photo && { photo }), ...(occupations.length > 0 && { occupations }) }
  }
}

import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { ContactDirectory } from '../platform/http/principal'
import { Jobs } from '../platform/jobs/jobs'
import { CampaignReference } from './campaign-reference'
import { CampaignsController } from './campaigns.controller'
import { CurrentCampaign } from './current-campaign'
import { ReferenceContacts } from './reference-contacts'
import { refreshJob, ReferenceRefresh } from './reference-refresh'
import { ReferenceStore } from './reference-store'

/** Global, since the guard of every route asks its ContactDirectory. */
@Global()
@Module({
  controllers: [CampaignsController],
  providers: [
    ReferenceStore,
    CampaignReference,
    CurrentCampaign,
    ReferenceRefresh,
    { provide: ContactDirectory, useClass: ReferenceContacts },
  ],
  exports: [CampaignReference, ReferenceRefresh, ContactDirectory],
})
export class UnitsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly refresh: ReferenceRefresh,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: refreshJob, everySeconds: 60, run: () => this.refresh.run() })
  }
}

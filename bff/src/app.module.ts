import { findPack, packIds } from '@app/shared-rules'
import { Module, type DynamicModule } from '@nestjs/common'
import { ApplicationsModule } from './applications/applications.module'
import { errorRules } from './contract/errors'
import { DocumentsModule } from './documents/documents.module'
import { EligibilityModule } from './eligibility/eligibility.module'
import { OfficeRelayModule } from './office-relay/office-relay.module'
import { DatabaseModule } from './platform/database/database.module'
import { NoticesModule } from './notices/notices.module'
import { PaymentsModule } from './payments/payments.module'
import { HttpModule } from './platform/http/http.module'
import { loggerModule } from './platform/logging/logger'
import { MetricsModule } from './platform/metrics/metrics.module'
import { PlatformModule } from './platform/platform.module'
import { SettingsError } from './platform/settings/read-settings'
import type { Settings } from './platform/settings/settings'
import type { Clock } from './platform/time/clock'
import { schema } from './schema'
import { SessionModule } from './session/session.module'
import { UnitsModule } from './units/units.module'

const statuses: ReadonlyMap<string, number> = new Map(
  Object.entries(errorRules).map(([code, { status }]) => [code, status]),
)

/** The features, in the order of the way that a message takes. */
export const features = [
  SessionModule,
  UnitsModule,
  EligibilityModule,
  ApplicationsModule,
  DocumentsModule,
  PaymentsModule,
  NoticesModule,
  OfficeRelayModule,
]

@Module({})
export class AppModule {
  /** @throws SettingsError where there is no rule pack for the campaign */
  static with(settings: Settings, clock: Clock): DynamicModule {
    if (findPack(settings.campaign) === undefined) {
      throw new SettingsError([`CAMPAIGN is not usable: it needs the id of a rule pack (${packIds.join(', ')})`])
    }
    return {
      module: AppModule,
      imports: [
        loggerModule(settings),
        PlatformModule.with(settings, clock),
        DatabaseModule.forSchema(schema),
        HttpModule.withErrors((code) => statuses.get(code)),
        MetricsModule,
        ...features,
      ],
    }
  }
}

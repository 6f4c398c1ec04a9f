import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { Authenticator } from '../platform/http/principal'
import { Jobs } from '../platform/jobs/jobs'
import { Consents } from '../platform/privacy/consents'
import { AccountConsents } from './account-consents'
import { Accounts } from './accounts'
import { MeController } from './me.controller'
import { PhoneNumbers } from './phone-numbers'
import { SessionAuthenticator } from './session-authenticator'
import { SessionController } from './session.controller'
import { Sessions } from './sessions'
import { SignInService } from './sign-in'

/** Global, since the guard of every route asks its Authenticator. */
@Global()
@Module({
  controllers: [SessionController, MeController],
  providers: [
    Accounts,
    Sessions,
    SignInService,
    PhoneNumbers,
    AccountConsents,
    { provide: Consents, useExisting: AccountConsents },
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Authenticator, Consents],
})
export class SessionModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'forget-old-tokens', everySeconds: 86_400, run: () => this.sessions.forgetOver() })
  }
}

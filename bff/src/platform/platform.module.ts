import { Global, Module, type DynamicModule } from '@nestjs/common'
import { Inbox } from './inbox/inbox'
import { Jobs } from './jobs/jobs'
import { Loop } from './jobs/loop'
import { Mailer } from './mail/mailer'
import { OfficeClient } from './office/office-client'
import { OfficeMessages } from './office/office-messages'
import { Outbox } from './outbox/outbox'
import { OutboxClaims } from './outbox/outbox-claims'
import { OutboxHandlers } from './outbox/outbox-handlers'
import { OutboxWorker } from './outbox/outbox-worker'
import { AccessLog } from './privacy/access-log'
import { FieldCipher, FieldIndex } from './privacy/field-cipher'
import { Settings } from './settings/settings'
import { ObjectStore } from './storage/object-store'
import { openStore } from './storage/open-store'
import { Clock } from './time/clock'
import { AccessToken } from './wechat/access-token'
import { MessagePush } from './wechat/push/message-push'
import { TokenStore } from './wechat/token-store'
import { WechatClient } from './wechat/wechat-client'
import { WechatHttp } from './wechat/wechat-http'
import { WechatPay } from './wechat-pay/wechat-pay'

const parts = [
  Outbox,
  OutboxHandlers,
  OutboxClaims,
  OutboxWorker,
  Inbox,
  Jobs,
  Loop,
  FieldCipher,
  FieldIndex,
  AccessLog,
  Mailer,
  WechatHttp,
  TokenStore,
  AccessToken,
  WechatClient,
  MessagePush,
  WechatPay,
  OfficeClient,
  OfficeMessages,
]

/** What every feature may use; it knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: ObjectStore, useValue: openStore(settings.storage) },
        ...parts,
      ],
      exports: [Settings, Clock, ObjectStore, ...parts],
    }
  }
}

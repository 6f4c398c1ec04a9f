import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module'
import { Contents } from './contents'
import { Courier } from './delivery/courier'
import { Deliveries } from './delivery/deliveries'
import { StuckDeliveries } from './delivery/stuck-deliveries'
import { NoticeInbox } from './inbox/inbox'
import { Addresses } from './mail/addresses'
import { MailWay } from './mail/mail-way'
import { Mailboxes } from './mail/mailboxes'
import { NoticesController } from './notices.controller'
import { Readers } from './readers'
import { Reminders } from './reminders'
import { Ways } from './ways/ways'
import { Grants } from './wechat/grants'
import { WechatMessages } from './wechat/wechat-messages'
import { WechatWay } from './wechat/wechat-way'
import { NoticeWriter } from './writing'

/** Everybody hears of what concerns them: in the inbox always, and on the best way that is open to them. */
@Module({
  imports: [ApplicationsModule],
  controllers: [NoticesController],
  providers: [
    Addresses,
    Contents,
    Courier,
    Deliveries,
    Grants,
    Mailboxes,
    MailWay,
    NoticeInbox,
    NoticeWriter,
    Readers,
    Reminders,
    StuckDeliveries,
    Ways,
    WechatMessages,
    WechatWay,
  ],
})
export class NoticesModule {}

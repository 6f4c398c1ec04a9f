import { Applications0010000000001 } from './applications/migrations/m0010-applications'
import { ApplicationRow } from './applications/rows/application-row'
import { HistoryRow } from './applications/rows/history-row'
import {
  ApplicationConsentRow,
  ClaimRow,
  PersonAccountRow,
  PersonRow,
  RemarkRow,
} from './applications/rows/person-rows'
import { Documents0012000000001 } from './documents/migrations/m0012-documents'
import { PageRow } from './documents/rows/page-row'
import { Notices0014000000001 } from './notices/migrations/m0014-notices'
import { DeliveryRow } from './notices/rows/delivery-row'
import { NoticeReadRow, NoticeRow } from './notices/rows/notice-row'
import { GrantRow, NoticeSettingRow } from './notices/rows/reader-rows'
import { FeedRow, OfficeAttemptRow, OfficeChangeRow } from './office-relay/change-rows'
import { OfficeRelay0011000000001 } from './office-relay/migrations/m0011-office-relay'
import { Payments0013000000001 } from './payments/migrations/m0013-payments'
import { BillRow, DifferenceRow, PaymentEventRow } from './payments/rows/audit-rows'
import { ChannelOrderRow } from './payments/rows/channel-order-row'
import { OrderRow } from './payments/rows/order-row'
import { RefundRow } from './payments/rows/refund-row'
import type { Schema } from './platform/database/data-source'
import { Platform0001000000001 } from './platform/database/migrations/m0001-platform'
import { IdempotencyRow } from './platform/http/idempotency-row'
import { InboxRow } from './platform/inbox/inbox-row'
import { JobRow } from './platform/jobs/job-row'
import { OutboxRow } from './platform/outbox/outbox-row'
import { AccessLogRow } from './platform/privacy/access-log-row'
import { WechatTokenRow } from './platform/wechat/wechat-token-row'
import { Session0002000000002 } from './session/migrations/m0002-session'
import { AccountPhone0016000000001 } from './session/migrations/m0016-account-phone'
import { AccountRow } from './session/rows/account-row'
import { ConsentRow } from './session/rows/consent-row'
import { SessionRow, SessionTokenRow } from './session/rows/session-row'
import { ContactEmail0015000000001 } from './units/migrations/m0015-contact-email'
import { Units0003000000003 } from './units/migrations/m0003-units'
import { ReferenceContactRow, ReferenceRow } from './units/reference-row'

/** Every table of the BFF: what each feature brings, in the order in which the migrations run. */
export const schema: Schema = {
  entities: [
    ...[OutboxRow, InboxRow, JobRow, AccessLogRow, IdempotencyRow, WechatTokenRow],
    ...[AccountRow, SessionRow, SessionTokenRow, ConsentRow],
    ...[ReferenceRow, ReferenceContactRow],
    ...[ApplicationRow, HistoryRow, PersonRow, PersonAccountRow, ClaimRow, ApplicationConsentRow, RemarkRow],
    ...[PageRow],
    ...[OrderRow, ChannelOrderRow, RefundRow, PaymentEventRow, BillRow, DifferenceRow],
    ...[NoticeRow, NoticeReadRow, DeliveryRow, NoticeSettingRow, GrantRow],
    ...[OfficeChangeRow, FeedRow, OfficeAttemptRow],
  ],
  migrations: [
    Platform0001000000001,
    Session0002000000002,
    Units0003000000003,
    Applications0010000000001,
    OfficeRelay0011000000001,
    Documents0012000000001,
    Payments0013000000001,
    Notices0014000000001,
    ContactEmail0015000000001,
    AccountPhone0016000000001,
  ],
}

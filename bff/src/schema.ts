import type { Schema } from './platform/database/data-source'
import { Platform0001000000001 } from './platform/database/migrations/m0001-platform'
import { IdempotencyRow } from './platform/http/idempotency-row'
import { InboxRow } from './platform/inbox/inbox-row'
import { JobRow } from './platform/jobs/job-row'
import { OutboxRow } from './platform/outbox/outbox-row'
import { AccessLogRow } from './platform/privacy/access-log-row'
import { WechatTokenRow } from './platform/wechat/wechat-token-row'

/** Every table of the BFF: what each feature brings, in the order in which the migrations run. */
export const schema: Schema = {
  entities: [OutboxRow, InboxRow, JobRow, AccessLogRow, IdempotencyRow, WechatTokenRow],
  migrations: [Platform0001000000001],
}

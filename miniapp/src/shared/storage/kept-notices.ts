import { type NoticeView } from '@app/contract'
import { stored } from './stored'

/** The newest notices as last loaded, and whose they are. */
export interface KeptNotices {
  account: string
  items: NoticeView[]
  unread: number
}

const isKept = (raw: unknown): raw is KeptNotices =>
  typeof raw === 'object' &&
  raw !== null &&
  'account' in raw &&
  'unread' in raw &&
  'items' in raw &&
  Array.isArray(raw.items)

/** For reading without network. Signing out takes them off the phone. */
export const keptNotices = stored('notices', (raw) => (isKept(raw) ? raw : undefined))

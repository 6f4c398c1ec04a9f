import type { Announcement } from '../../applications/announcements'
import type { NoticeName } from '../../applications/table/edge'
import { examStage } from './exam-stage'
import type { CatalogueEntry } from './notice'
import { officeStage } from './office-stage'
import { paymentStage } from './payment-stage'
import { reminders, type PersonReminder, type PlaceReminder } from './reminder-words'
import { resultStage } from './result-stage'
import { unitStage } from './unit-stage'

export { placeReminders, type PersonReminder, type PlaceReminder } from './reminder-words'

/** Of the table's edges, of what is announced beside them, and of deadlines. */
export type CatalogueName = NoticeName | Announcement['name'] | PersonReminder | PlaceReminder

/** Every notice, and its words for each kind of reader or why there are none. A missing one does not compile. */
export const catalogue: Record<CatalogueName, CatalogueEntry> = {
  ...unitStage,
  ...officeStage,
  ...paymentStage,
  ...examStage,
  ...resultStage,
  ...reminders,
}

export const isReminder = (name: string | undefined): boolean =>
  Object.entries(catalogue).some(([known, { reminder }]) => known === name && reminder === true)

import { type ApplicationView, type TimelineRow } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { actorText, eventWords } from '@/shared/texts/events'
import { momentText } from '@/shared/texts/instants'
import { itemText, type Names, paperNames } from '@/shared/texts/items'
import { type TimelineStep } from '@/shared/ui/timeline'

const bad = /returned|rejected|overdue|disqualified|not-passed/

const itemsOf = (pack: Pack, { event, items }: TimelineRow, names: Names) => {
  if (items.length === 0) return ''
  if (event === 'corrected') return `改了：${items.map(({ item }) => itemText(pack, item, names)).join('、')}。`
  return `${items.map(({ item, words }) => `${itemText(pack, item, names)}${words ? `：${words}` : ''}`).join('；')}。`
}

const meaningOf = (pack: Pack, row: TimelineRow, names: Names) => {
  const opinion = row.facts.opinion ? `意见：${row.facts.opinion}` : ''
  return [eventWords(row.event).meaning, itemsOf(pack, row, names), opinion].filter(Boolean).join('') || undefined
}

/** 经过 as the page shows it: when, who, what it means. */
export const stepsOf = (
  pack: Pack,
  { timeline, checklist }: Pick<ApplicationView, 'timeline' | 'checklist'>,
): TimelineStep[] => {
  const names = paperNames(checklist)
  return timeline.map((row, at) => ({
    key: row.id,
    title: eventWords(row.event).title,
    caption: `${momentText(row.at)} · ${actorText(row)}`,
    meaning: meaningOf(pack, row, names),
    tone: bad.test(row.event) ? 'alert' : at === 0 ? 'now' : 'done',
  }))
}

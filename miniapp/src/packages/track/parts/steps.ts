import { type TimelineRow } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { actorText, eventWords } from '@/shared/texts/events'
import { momentText } from '@/shared/texts/instants'
import { itemText } from '@/shared/texts/items'
import { type TimelineStep } from '@/shared/ui/timeline'

const bad = /returned|rejected|overdue|disqualified|not-passed/

const itemsOf = (pack: Pack, { event, items }: TimelineRow) => {
  if (items.length === 0) return ''
  if (event === 'corrected') return `改了：${items.map(({ item }) => itemText(pack, item)).join('、')}。`
  return `${items.map(({ item, words }) => `${itemText(pack, item)}${words ? `：${words}` : ''}`).join('；')}。`
}

const meaningOf = (pack: Pack, row: TimelineRow) => {
  const opinion = row.facts.opinion ? `意见：${row.facts.opinion}` : ''
  return [eventWords(row.event).meaning, itemsOf(pack, row), opinion].filter(Boolean).join('') || undefined
}

/** 经过 as the page shows it: when, who, what it means. */
export const stepsOf = (pack: Pack, timeline: readonly TimelineRow[]): TimelineStep[] =>
  timeline.map((row, at) => ({
    key: row.id,
    title: eventWords(row.event).title,
    caption: `${momentText(row.at)} · ${actorText(row)}`,
    meaning: meaningOf(pack, row),
    tone: bad.test(row.event) ? 'alert' : at === 0 ? 'now' : 'done',
  }))

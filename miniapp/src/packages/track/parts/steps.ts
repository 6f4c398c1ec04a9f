import { type TimelineRow } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { actorText, eventWords } from '@/shared/texts/events'
import { momentText } from '@/shared/texts/instants'
import { itemText } from '@/shared/texts/items'
import { type TimelineStep } from '@/shared/ui/timeline'

const bad = /returned|rejected|overdue|disqualified|not-passed/

const meaningOf = (pack: Pack, { event, items, facts }: TimelineRow) => {
  const named = items.map(({ item, words }) => `${itemText(pack, item)}${words ? `：${words}` : ''}`)
  const opinion = facts.opinion ? [`意见：${facts.opinion}`] : []
  return [eventWords(event).meaning, ...named, ...opinion].filter(Boolean).join(' ') || undefined
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

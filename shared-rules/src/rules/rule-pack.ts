import type { Day } from '../calendar/local-date'
import type { Facts } from '../facts/facts'
import type { Pins, Reading, ReadingId } from './reading'

/** An occupation (工种) of the directory; the office loads it. */
export interface Occupation {
  code: string
  name: string
  cancelled?: boolean
  /** Codes of the occupations listed as similar to a cancelled one. */
  successors?: readonly string[]
}

/** The days that the rules count to; moved as a whole for `earliestYear`. */
export interface PackDates {
  year: number
  /** Work years and years at grade are counted to this day: 二(八). */
  countedTo: Day
  /** 二(二)2 */
  regularisedBy: Day
  registrationCloses: Day
  /** The notice bears no date: it was issued on one of these days. */
  issuedFirst: Day
  issuedLast: Day
  /** The five years of 二(四)4; not moved for `earliestYear`. */
  assessmentYears: readonly number[]
  /** The year of them whose result may be promised: 三(三). */
  promisedYear: number
}

/** What the rules need of a pack. */
export interface RulePack {
  id: string
  pins: Pins
  readings: Readonly<Record<ReadingId, Reading>>
  occupation(code: string): Occupation | undefined
  /** The few occupations that can differ in outcome for this person: those named in the facts, one other, one cancelled. */
  sampleOccupations(facts: Facts): readonly string[]
}

import type { NoticeSubject } from '../applications/notice-door'
import type { ApplicationState } from '../contract'
import { lastDay } from './catalogue/times'
import type { PersonReminder, PlaceReminder } from './catalogue/catalogue'
import { afterQuietHours } from './quiet-hours'
import { placeKeyOf } from './recipients'

/** Something that is to be done from one instant until another. */
export interface Task<Name> {
  name: Name
  /** Whose turn it is: the same one is reminded once of the same day. */
  turn: string
  /** Instants. */
  began: Date
  /** Undefined: no date is known. */
  until: Date | undefined
  /** It is told as soon as it begins, since nothing else tells of it. */
  toldAtFirst?: true
}

/** One reminder that is due now; the same key is written once. */
export interface DueReminder<Name> {
  name: Name
  key: string
  until: Date | undefined
}

const week = 7 * 24 * 3_600_000
const morning = '08:00:00'

/**
 * Which reminders of a task are due now: at half time and on the last morning; without a date, once a week. None before it began or when it is
 * over, and none by night. The key bears the deadline, so a date that was moved is told anew.
 */
export function dueNow<Name extends string>(task: Task<Name>, now: Date): DueReminder<Name>[] {
  const { name, turn, began, until } = task
  const asleep = afterQuietHours(now) > now
  if (asleep || now < began || (until !== undefined && now >= until)) return []
  const moment = until === undefined ? weekOf(began, now) : momentOf({ ...task, until }, now)
  if (moment === undefined) return []
  return [{ name, key: `reminder:${turn}:${name}:${until ? lastDay(until) : 'open'}:${moment}`, until }]
}

function momentOf(task: Task<string> & { until: Date }, now: Date): 'first' | 'half' | 'last' | undefined {
  const { began, until } = task
  const lastMorning = new Date(`${lastDay(until)}T${morning}+08:00`)
  const half = new Date((began.getTime() + until.getTime()) / 2)
  // Whoever began on the last day has no last morning before him.
  if (now >= lastMorning && began < lastMorning) return 'last'
  if (now >= half) return 'half'
  return task.toldAtFirst ? 'first' : undefined
}

function weekOf(began: Date, now: Date): string | undefined {
  const weeks = Math.floor((now.getTime() - began.getTime()) / week)
  return weeks > 0 ? `week-${weeks}` : undefined
}

const supplementable: readonly ApplicationState[] = [
  ...(['office-review', 'onsite-review', 'awaiting-payment', 'awaiting-counter-payment'] as const),
  ...(['confirmed', 'training', 'exam-scheduled'] as const),
]

const paying: readonly ApplicationState[] = ['awaiting-payment', 'awaiting-counter-payment']

/** States in which somebody may have something to do by a day. */
export const watched: readonly ApplicationState[] = [
  ...(['draft', 'unit-review', 'department-review'] as const),
  ...(['unit-returned', 'department-returned', 'office-returned'] as const),
  ...supplementable,
]

/** What the applicant has to do, by what is known now: whatever is done, passed or moved follows by itself. */
export function personTasks(subject: NoticeSubject): Task<PersonReminder>[] {
  const { id, state, since, createdAt, limit, payment, payUntil } = subject
  const tasks: Task<PersonReminder>[] = []
  const add = (name: PersonReminder, began: Date, until: Date | undefined) =>
    tasks.push({ name, turn: `${id}:${Math.floor(began.getTime() / 1000)}`, began, until })
  if (state === 'draft' && hasContent(subject))
    add('reminder-submit', createdAt, new Date(subject.registrationClosesAt))
  // Returned once more, it is another turn.
  if (limit && !limit.passed) add('reminder-correct', since, new Date(limit.until))
  const payable = paying.includes(state) && (payment.state === 'online' || payment.state === 'counter')
  if (payable && payUntil) add('reminder-pay', since, payUntil)
  if (supplementable.includes(state) && subject.openSupplements.length > 0) {
    const exams = new Date(subject.examsFrom)
    add('reminder-supplement', createdAt, exams)
    // From then on one's own exam may be any day.
    add('reminder-supplement', exams, undefined)
  }
  return tasks
}

/** A draft that was only opened is nothing that could be forgotten. */
const hasContent = ({ name, unitName, occupation }: NoticeSubject): boolean =>
  [name, unitName, occupation].some((part) => part !== undefined && part !== '')

/** One contact place with what it has to do, over all its applications. */
export interface PlaceTask extends Task<PlaceReminder> {
  placeKey: string
  facts: Record<string, string>
  count: number
}

/** What the contacts of this application's unit or department have to do. */
function placeTask(subject: NoticeSubject): PlaceTask | undefined {
  const { state, since, unitCode, departmentCode } = subject
  const reviews = state === 'unit-review' || state === 'department-review'
  if (!reviews) return undefined
  const byDepartment = state === 'department-review' && departmentCode !== undefined
  const code = byDepartment ? departmentCode : unitCode
  if (code === undefined) return undefined
  const placeKey = placeKeyOf(byDepartment ? 'department-contact' : 'unit-contact', code)
  const name = (byDepartment ? subject.departmentName : subject.unitName) ?? ''
  return {
    ...{
      name: 'reminder-review',
      turn: 'place',
      placeKey,
      began: since,
      until: new Date(subject.reviewClosesAt),
      count: 1,
    },
    facts: { name, review: byDepartment ? 'department' : 'unit' },
  }
}

/** 报送名单 (三(五)1), from the close of registration on; where no limit is set for the district, nothing is asked. */
function listTask(subject: NoticeSubject): PlaceTask | undefined {
  const { state, unitCode, unitName, officeName, listUntil, registrationClosesAt } = subject
  if (state === 'draft' || unitCode === undefined || listUntil === undefined) return undefined
  const placeKey = placeKeyOf('unit-contact', unitCode)
  return {
    ...{ name: 'reminder-list', turn: 'place', placeKey, count: 1, toldAtFirst: true },
    ...{ began: new Date(registrationClosesAt), until: new Date(listUntil) },
    facts: { name: unitName ?? '', office: officeName },
  }
}

/** Tasks of places, gathered over applications one by one: a place is reminded once, not once per application. */
export class PlaceTasks {
  private readonly tasks = new Map<string, PlaceTask>()

  add(subject: NoticeSubject): void {
    for (const task of [placeTask(subject), listTask(subject)]) if (task) this.gather(task)
  }

  all(): PlaceTask[] {
    return [...this.tasks.values()]
  }

  /** The time runs from the oldest one. */
  private gather(task: PlaceTask): void {
    const key = `${task.name}:${task.placeKey}`
    const known = this.tasks.get(key)
    if (!known) return void this.tasks.set(key, task)
    known.count += 1
    if (task.began < known.began) known.began = task.began
  }
}

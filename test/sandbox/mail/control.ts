import { type CaughtMail } from './caught-mail'
import { type Smtp } from './smtp'
import { type MailSwitches, wellBehaved } from './switches'

/** What a test or the page does. */
export interface MailControl {
  /** Change its fields to make the stand-in misbehave. */
  readonly switches: MailSwitches
  behaveWell(): void
  /** In the order in which they were taken; `to`: of this reader only. */
  mails(to?: string): CaughtMail[]
  forgetMails(): void
  /** So far: `connections`, `at-once` (the most), `readers` (RCPT), `mails`, `refused:STATUS`, `cutKept`, `cutLost`. */
  counts(): Record<string, number>
  resetCounts(): void
}

export function controlOf(smtp: Smtp): MailControl {
  return {
    switches: smtp.switches,
    behaveWell: () => void Object.assign(smtp.switches, wellBehaved()),
    mails: (to) => smtp.mails.filter((mail) => to === undefined || mail.to.includes(to)),
    forgetMails: () => void smtp.mails.splice(0),
    counts: () => Object.fromEntries(smtp.counts),
    resetCounts: () => smtp.counts.clear(),
  }
}

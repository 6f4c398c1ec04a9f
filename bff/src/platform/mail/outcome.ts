import type { MailOutcome } from './mail'
import type { SmtpFailure } from './smtp-call'

/** Greylisting servers want to be asked again after some minutes, and seldom say how many. */
const greylistSeconds = 300
/** Until somebody has repaired password, certificate or sender. */
const repairSeconds = 900

interface Concluded {
  outcome: MailOutcome
  /** Settings or certificates have to be repaired; the reader's address has no part in it. */
  ours: boolean
}

/** What a failed call means for the mail: whether it may be sent again. */
export function outcomeOf(failure: SmtpFailure): Concluded {
  const { command, code, status, handedOver } = failure
  const reason = reasonOf(failure)
  // The answer to the content. Anything else behind the content is no answer to it.
  const answered = code === 'EMESSAGE' && command === 'DATA'
  if (handedOver && !answered) return { outcome: { kind: 'unknown', reason }, ours: false }
  if (isOurs(failure)) return { outcome: { kind: 'passing', reason, afterSeconds: repairSeconds }, ours: true }
  if ((status !== undefined && status >= 500) || isHopeless(failure))
    return { outcome: { kind: 'refused', reason }, ours: false }
  const greylisted = (command === 'RCPT TO' || command === 'DATA') && status !== undefined && status !== 421
  return { outcome: { kind: 'passing', reason, ...(greylisted && { afterSeconds: greylistSeconds }) }, ours: false }
}

/** Before the mail's reader is named a refusal concerns whoever sends; 552 is a mail that is too large. */
function isOurs({ command, code, status }: SmtpFailure): boolean {
  if (code === 'ETLS' || code === 'EAUTH') return status === undefined || status >= 500
  const ofReader = command === 'RCPT TO' || command === 'DATA'
  return !ofReader && status !== undefined && status >= 500 && status !== 552
}

/** What nodemailer itself does not send: an address that would break the line, a mail beyond the size that the server takes. */
const isHopeless = ({ command, code }: SmtpFailure): boolean =>
  (code === 'EENVELOPE' && command === 'API') || (code === 'EMESSAGE' && command === 'MAIL FROM')

function reasonOf({ command, code, status, enhanced }: SmtpFailure): string {
  return [command, status ?? code, enhanced].filter((part) => part !== undefined).join(' ')
}

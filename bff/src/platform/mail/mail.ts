/** One mail to one reader. */
export interface Mail {
  to: string
  /** One line; whatever would end it becomes a space. */
  subject: string
  text: string
  /** A whole page, without anything to load. */
  html: string
  /** Unique; the mail's Message-ID bears it, so that two copies can be told to be one. */
  id: string
  attachments?: Attachment[]
}

export interface Attachment {
  filename: string
  contentType: string
  content: Buffer
}

/**
 * `sent`: the mail server took it. `passing`: it certainly did not; try again, not before `afterSeconds`. `refused`: it will never take it. `unknown`: the
 * mail was handed over, and no answer came.
 */
export type MailOutcome =
  | { kind: 'sent' }
  | { kind: 'passing'; reason: string; afterSeconds?: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'unknown'; reason: string }

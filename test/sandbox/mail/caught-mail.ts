/** A mail as it was taken. Two copies of one are two: a mail server drops no repeats. */
export interface CaughtMail {
  /** Counts up. */
  no: number
  /** Instant, by the season's clock. */
  at: string
  /** As the envelope says. */
  to: string[]
  from: string
  /** `Name <address>`, as the mail itself says. */
  sender: string
  subject: string
  text: string
  html: string
  messageId: string
  /** Unfolded, by small name; the last one where there are several. */
  headers: Record<string, string>
  attachments: { filename: string; contentType: string; content: string }[]
  /** As it came over the wire. */
  raw: string
}

type Parsed = Omit<CaughtMail, 'no' | 'at' | 'to' | 'from'>

export async function readMail(raw: Buffer): Promise<Parsed> {
  // Loaded with the first mail: most tests get none.
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
  return {
    sender: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, unfolded(line)])),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename: filename ?? '',
      contentType,
      content: content.toString('utf8'),
    })),
    raw: raw.toString('latin1'),
  }
}

const unfolded = (line: string): string => line.replace(/^[^:]*:\s*/, '').replace(/\r?\n\s+/g, ' ')

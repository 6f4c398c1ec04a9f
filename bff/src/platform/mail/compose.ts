import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailFrom } from '../settings/mail-settings'
import type { Mail } from './mail'

/** RFC 5322 allows longer ones, but no list of mails shows them. */
const longestSubject = 120
const lineEnds = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

/** The mail as it goes over the wire, in ASCII: words in UTF-8 are encoded, long ones wrapped. Nothing is read from files or addresses. */
export function compose(
  { to, subject, text, html, id, attachments = [] }: Mail,
  from: MailFrom,
  date: Date,
): Promise<Buffer> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const message = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    html,
    attachments: attachments.map(({ filename, ...attachment }) => ({ filename: oneLine(filename), ...attachment })),
    messageId: `<${id}@${domain}>`,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return new Promise((resolve, reject) => {
    message.build((error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

const oneLine = (text: string): string => [...text.replace(lineEnds, ' ').trim()].slice(0, longestSubject).join('')

/** How the mail server misbehaves. `behaveWell()` sets all back. */
export interface MailSwitches {
  /** `silent`: connections are taken and no word is said. `closed`: they are cut at once. `busy`: 421 for a greeting. */
  down: 'no' | 'closed' | 'silent' | 'busy'
  /** Each reader's first so many tries are answered 451 (greylisting). */
  greylist: number
  /** Readers that do not exist here (550). */
  reject: string[]
  /** The sender is refused (553): our account may not send under this address. */
  rejectSender: boolean
  /** What the content is answered: 451, 452, 552, 554 …; 0: it is taken. */
  contentStatus: number
  /** So many contents are taken, and the connection is cut without an answer. */
  cutKept: number
  /** So many contents are not taken, and the connection is cut without an answer. */
  cutLost: number
  /** Waits before it answers that the content is taken. */
  slowMs: number
}

export function wellBehaved(): MailSwitches {
  return {
    ...{ down: 'no', greylist: 0, reject: [], rejectSender: false },
    ...{ contentStatus: 0, cutKept: 0, cutLost: 0, slowMs: 0 },
  }
}

const count = { type: 'integer', minimum: 0, maximum: 1_000_000 }

export const switchesSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    down: { enum: ['no', 'closed', 'silent', 'busy'] },
    greylist: count,
    reject: { type: 'array', items: { type: 'string' } },
    rejectSender: { type: 'boolean' },
    contentStatus: { type: 'integer', minimum: 0, maximum: 599 },
    cutKept: count,
    cutLost: count,
    slowMs: count,
  },
}

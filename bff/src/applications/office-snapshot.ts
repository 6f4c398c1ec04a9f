import { Injectable } from '@nestjs/common'
import type { ApplicationForm, Facts, Grade, HelperConsent, ReturnItem, StoredVerdict, Supplement } from '../contract'
import { FieldCipher } from '../platform/privacy/field-cipher'
import type { SnapshotPages } from './papers/snapshot-pages'
import { PersonData } from './person-data'
import type { Place } from './place'
import type { ApplicationRow, Attestation } from './rows/application-row'
import type { HistoryRow } from './rows/history-row'
import type { OfficeMessage } from './table/edge'

/** The fee came through WeChat Pay. */
export interface OfficePayment {
  outTradeNo: string
  transactionId: string
  amountCents: number
  /** Instant by WeChat. */
  paidAt: string
}

/** A step of a refund that the office is told: asked of WeChat Pay, back with the payer, or not to be done that way. */
export interface OfficeRefund {
  outRefundNo: string
  outTradeNo: string
  amountCents: number
  state: 'requested' | 'refunded' | 'failed'
  /** At most 80 characters. */
  reason?: string
  /** Instant. */
  at: string
}

/** What the office gets to know of one step: taken with the step, so that a repeat of the message is the same to the byte. */
export interface OfficeSnapshot {
  applicationId: string
  campaign: string
  message: OfficeMessage
  /** Instant of the step. */
  at: string
  grade: Grade | null
  /** The person's facts with what the unit attests laid over them. */
  facts: Facts
  form: ApplicationForm
  verdict: StoredVerdict | null
  opinions: Attestation['opinions']
  supplements: Supplement[]
  /** Of an application or a correction: every page of every complete paper. */
  documents: SnapshotPages['documents']
  /** Of a supplement: the paper that follows, with its pages. */
  supplement?: NonNullable<SnapshotPages['supplement']>
  unit: { code?: string; name: string }
  department?: string
  district?: string
  helper?: HelperConsent
  submittedAt: string
  /** The newest revision of the office's record that is known here; 0 before it has one. */
  revision: number
  /** Of a correction: what had been returned. */
  corrected: ReturnItem[]
  /** Of a withdrawal, in the person's words. */
  reason?: string
  payment?: OfficePayment
}

/** It bears person data, so in the outbox it is sealed. */
export interface SealedSnapshot {
  applicationId: string
  sealed: string
}

@Injectable()
export class OfficeSnapshots {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly people: PersonData,
  ) {}

  payload(
    row: ApplicationRow,
    message: OfficeMessage,
    step: HistoryRow,
    place: Place,
    added: SnapshotPages & Pick<OfficeSnapshot, 'payment'>,
  ): SealedSnapshot {
    const snapshot: OfficeSnapshot = {
      applicationId: row.id,
      campaign: row.campaign,
      message,
      at: step.at.toISOString(),
      grade: row.grade,
      facts: factsOf(row),
      form: this.people.form(row),
      verdict: row.verdict,
      opinions: row.attestation?.opinions ?? [],
      supplements: row.supplements ?? [],
      ...added,
      unit: { ...(place.unit?.code && { code: place.unit.code }), name: place.unit?.name ?? '' },
      ...(place.department && { department: place.department.name }),
      ...(place.district && { district: place.district }),
      ...(row.helper && { helper: row.helper }),
      submittedAt: (row.submittedAt ?? step.at).toISOString(),
      revision: row.officeRevision,
      corrected: message === 'correction' ? (step.items ?? []) : [],
      ...(step.facts?.['reason'] && { reason: step.facts['reason'] }),
    }
    return this.seal(snapshot)
  }

  seal(snapshot: OfficeSnapshot): SealedSnapshot {
    const { applicationId } = snapshot
    return { applicationId, sealed: this.cipher.seal(place(applicationId), JSON.stringify(snapshot)) }
  }

  open({ applicationId, sealed }: SealedSnapshot): OfficeSnapshot {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- sealed by `payload` above and authenticated by its key: the shape is ours
    return JSON.parse(this.cipher.open(place(applicationId), sealed)) as OfficeSnapshot
  }
}

const place = (applicationId: string): string => `office-message:${applicationId}`

/** The facts that count: the person's own, and over them what the unit has attested. */
export function factsOf(row: Pick<ApplicationRow, 'facts' | 'attestation'>): Facts {
  const { highSkillAttested, unitConsent } = row.attestation ?? {}
  return {
    ...row.facts,
    ...(highSkillAttested !== undefined && { highSkillAttested }),
    ...(unitConsent !== undefined && { unitConsent }),
  }
}

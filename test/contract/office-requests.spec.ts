import { type OfficeSnapshot } from '../../bff/src/applications/office-snapshot'
import { type Facts, type Grade } from '@app/contract'
import type { SnapshotPage } from '../../bff/src/applications/papers/snapshot-pages'
import { wireKind } from '../../bff/src/applications/papers/wire-kind'
import { assessFacts, verdictOf } from '../../bff/src/eligibility/assess-facts'
import { Law } from '../../bff/src/eligibility/law'
import {
  applicationBody,
  correctionBody,
  paymentBody,
  refundBody,
  supplementBody,
  withdrawalBody,
} from '../../bff/src/office-relay/wire'
import { problemsOf } from '../sandbox/exam-office/contract/validate'
import { applicants, type SamplePerson } from '../sandbox/people'

const at = '2023-03-22T02:05:00.000Z'
const digest = '0'.repeat(64)

/** One page of a paper, as it is listed. */
const page = (paper: string, number: number): SnapshotPage => ({
  ...{ id: `0b7c3a52-6f0e-4b7e-9f57-2f6f3c1f0a${number}0`, kind: wireKind(paper), page: number },
  ...{ mediaType: 'image/jpeg', bytes: 400_000, sha256: digest },
})

async function snapshotOf(person: SamplePerson, grade: Grade): Promise<OfficeSnapshot> {
  const law = await new Law().inForce('jiaozuo-2023')
  const result = assessFacts(law, person.facts)
  if (!result.ok) throw new Error(`the facts of ${person.id} are not valid`)
  return {
    applicationId: '0b7c3a52-6f0e-4b7e-9f57-2f6f3c1f0a11',
    campaign: 'jiaozuo-2023',
    message: 'application',
    at,
    grade,
    facts: person.facts as Facts,
    form: {
      name: person.name,
      idNumber: person.idNumber,
      phone: person.phone,
      unit: { code: person.unit },
      workExperience: [{ from: '2005-09', employer: '示例单位', post: '保管工' }],
      declaration: { accepted: true, version: '2023-1', acceptedAt: at },
    },
    verdict: verdictOf(law, result.assessment, grade, new Date(at)),
    opinions: [{ by: 'unit', name: '示例单位', words: '', at }],
    supplements: [],
    documents: [page('id-card', 1), page('id-card', 2)],
    unit: { code: person.unit, name: '示例单位' },
    submittedAt: at,
    revision: 0,
    corrected: [],
  }
}

const cases = applicants.flatMap((person) =>
  ([1, 2, 3, 4, 5] as const).map((grade) => [person.id, grade, person] as const),
)

describe('what is sent to the exam office keeps to its contract', () => {
  it.each(cases)('the application of %s for grade %i', async (_, grade, person) => {
    expect(problemsOf('NewApplication', applicationBody(await snapshotOf(person, grade), digest))).toEqual([])
  })

  it('with everything that an application may have', async () => {
    const snapshot: OfficeSnapshot = {
      ...(await snapshotOf(applicants[0]!, 3)),
      unit: { name: '示例·没有列出的单位' },
      department: '示例·主管部门',
      district: 'city',
      helper: { relation: '同事', version: '2023-1' },
      opinions: [
        { by: 'unit', name: '示例单位', words: '同意报考', at },
        { by: 'department', name: '示例·主管部门', words: '', at },
      ],
      supplements: [{ item: 'papers.yearly-assessment:2022', state: 'open', promisedAt: at }],
    }
    expect(problemsOf('NewApplication', applicationBody(snapshot, digest))).toEqual([])
  })

  it('a correction and a withdrawal', async () => {
    const items = [{ item: 'facts.workStart', code: 'differs-from-file', words: '不一致' }]
    const snapshot = { ...(await snapshotOf(applicants[0]!, 3)), revision: 2, corrected: items }
    expect(problemsOf('Correction', correctionBody(snapshot, digest))).toEqual([])
    expect(problemsOf('Withdrawal', withdrawalBody(snapshot))).toEqual([])
    expect(problemsOf('Withdrawal', withdrawalBody({ ...snapshot, reason: '不再申报' }))).toEqual([])
  })

  it('a payment, which tells nothing of the person', async () => {
    const payment = { outTradeNo: 'T'.repeat(32), transactionId: '4200001', amountCents: 8010, paidAt: at }
    const body = paymentBody({ ...(await snapshotOf(applicants[0]!, 3)), payment })
    expect(problemsOf('Payment', body)).toEqual([])
    expect(body).toEqual({ ...payment, channel: 'wechat' })
  })

  it.each(['requested', 'refunded', 'failed'] as const)('a refund that is %s', (state) => {
    const refund = { outRefundNo: 'R'.repeat(64), outTradeNo: 'T'.repeat(32), amountCents: 1, state, at }
    expect(problemsOf('Refund', refundBody(refund))).toEqual([])
    expect(problemsOf('Refund', refundBody({ ...refund, reason: '重复缴费，退回多付的一笔' }))).toEqual([])
    // Longer than the contract takes: cut by characters, not through the middle of one.
    expect(problemsOf('Refund', refundBody({ ...refund, reason: '𠮷'.repeat(100) }))).toEqual([])
    expect(refundBody({ ...refund, reason: '𠮷'.repeat(100) })).toMatchObject({ reason: '𠮷'.repeat(80) })
  })

  it('a paper that was promised follows under its name on the wire, also where an occupation was typed', async () => {
    const papers = ['yearly-assessment:2022', 'grade-certificate:4-打字员', `grade-certificate:4-${'a'.repeat(64)}`]
    for (const paper of papers) {
      const supplement = { kind: wireKind(paper), documents: [page(paper, 1)] }
      const supplements = [{ item: `papers.${paper}`, state: 'sent' as const, promisedAt: at }]
      const snapshot: OfficeSnapshot = { ...(await snapshotOf(applicants[0]!, 3)), supplement, supplements }
      expect(problemsOf('Supplement', supplementBody(snapshot))).toEqual([])
      expect(problemsOf('NewApplication', applicationBody(snapshot, digest))).toEqual([])
      const corrected = [{ item: `papers.${paper}`, code: 'unreadable', words: '看不清' }]
      const correction = correctionBody({ ...snapshot, revision: 2, corrected }, digest)
      expect(problemsOf('Correction', correction)).toEqual([])
      expect(JSON.stringify(correction)).not.toMatch(/papers\.[^"]*[:打]/)
    }
  })

  it('the same step gives the same bytes, however often it is sent', async () => {
    const kept: OfficeSnapshot = JSON.parse(JSON.stringify(await snapshotOf(applicants[0]!, 3)))
    const [one, other] = [kept, JSON.parse(JSON.stringify(kept))].map((snapshot) =>
      JSON.stringify(applicationBody(snapshot, digest)),
    )
    expect(one).toBe(other)
  })
})

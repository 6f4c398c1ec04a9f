import { receiptOf, refusalOf } from './answers'
import { parseChanges } from './parse-changes'

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const change = {
  seq: 1,
  recordNo: 'JZ2023-000001',
  revision: 2,
  type: 'returned',
  at: '2023-03-23T07:20:00.000Z',
  reasons: [{ item: 'facts.workStart', code: 'differs-from-file', text: '不一致' }],
  data: {},
}

describe('what the office answers', () => {
  it('is read where it is what the contract says', () => {
    const answer = { changes: [change, { ...change, seq: 2, type: 'lunar-eclipse' }], newestSeq: 2 }
    expect(parseChanges(bytes(answer))).toEqual(answer)
    const { recordNo: _, revision: __, ...ofCampaign } = change
    expect(parseChanges(bytes({ changes: [ofCampaign], newestSeq: 1 }))?.changes).toEqual([ofCampaign])
    expect(receiptOf(bytes({ recordNo: 'JZ2023-000001', revision: 1 }))).toEqual({
      recordNo: 'JZ2023-000001',
      revision: 1,
    })
  })

  it.each([
    ['no JSON', '<html>'],
    ['a list', [change]],
    ['no newestSeq', { changes: [change] }],
    ['a change without type', { changes: [{ ...change, type: undefined }], newestSeq: 1 }],
    ['a sequence number that is text', { changes: [{ ...change, seq: '1' }], newestSeq: 1 }],
    ['an instant that is none', { changes: [{ ...change, at: 'yesterday' }], newestSeq: 1 }],
    ['a reason of another shape', { changes: [{ ...change, reasons: [{ item: 1 }] }], newestSeq: 1 }],
    ['one bad among good', { changes: [change, null], newestSeq: 2 }],
  ])('is not used at all where it is %s', (_, value) => expect(parseChanges(bytes(value))).toBeUndefined())

  it.each([['{}'], ['{"recordNo":"","revision":1}'], ['{"recordNo":"x"}'], ['null'], ['"garbage"'], ['']])(
    'a receipt that reads %s is none, so the outcome stays unknown',
    (text) => expect(receiptOf(bytes(text))).toBeUndefined(),
  )

  it('a refusal has its code and details', () => {
    expect(refusalOf(bytes({ code: 'revision-conflict', message: '', details: { revision: 4 } }))).toEqual({
      code: 'revision-conflict',
      details: { revision: 4 },
    })
    expect(refusalOf(bytes('<html>'))).toBeUndefined()
  })
})

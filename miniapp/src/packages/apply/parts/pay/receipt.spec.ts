import { paid, paymentStatus } from '../../../../../test/payment'
import { type Pen } from '@/shared/device/drawing/drawn'
import { receiptLines, receiptNote } from './receipt'
import { cut, receiptDrawing } from './receipt-drawing'

test('what a receipt says: how much, for what, how, when and under which numbers; no person', () => {
  expect(receiptLines(paid)).toEqual([
    { label: '金额', value: '¥80.00' },
    { label: '用途', value: '工勤技能等级考核费 三级' },
    { label: '缴费方式', value: '微信支付' },
    { label: '缴费时间', value: '2023年4月1日（周六）10:05' },
    { label: '订单号', value: 'G23A7Q0000000000000000000000000X' },
    { label: '微信支付单号', value: '4200001234202304011234567890' },
  ])
})

test('of the counter it says what the office has recorded', () => {
  const receipt = { way: 'counter', paidAt: '2023-04-01T16:30:00.000Z' } as const
  expect(receiptLines({ state: 'paid', receipt, refunds: [] })).toEqual([
    { label: '缴费方式', value: '窗口缴费，工考办已登记' },
    { label: '缴费时间', value: '2023年4月2日（周日）00:30' },
  ])
  expect(receiptLines(paymentStatus())).toEqual([])
})

test('the picture has every line of the page, whole, and all of them within its height', () => {
  const lines = [...receiptLines(paid), { label: '用途', value: '考核费'.repeat(30) }]
  const drawing = receiptDrawing(lines, receiptNote)
  const written: { words: string; y: number }[] = []
  const pen: Pen = {
    fillStyle: '',
    font: '',
    fillRect: () => undefined,
    fillText: (words, _x, y) => void written.push({ words, y }),
  }
  drawing.draw(pen)
  const all = written.map(({ words }) => words).join('')
  for (const { label, value } of lines) expect(all).toContain(label + value)
  expect(all).toContain(receiptNote)
  expect(Math.max(...written.map(({ y }) => y))).toBeLessThan(drawing.height)
})

test('a long value is cut into lines, none of them lost', () => {
  expect(cut('考'.repeat(40)).map((line) => line.length)).toEqual([18, 18, 4])
  expect(cut('')).toEqual([''])
})

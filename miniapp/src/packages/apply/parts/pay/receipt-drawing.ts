import { type Drawing, type Pen } from '@/shared/device/drawing/drawn'
import { type ReceiptLine } from './receipt'

const width = 750
const margin = 56
const lineHeight = 52
const gap = 28

const titleFont = 'bold 48px sans-serif'
const labelFont = '28px sans-serif'
const valueFont = '34px sans-serif'

/** Letters of a line of values, counted in halves: a Chinese one is as wide as two others. */
const mostHalves = 36

const halves = (letter: string) => {
  if ((letter.codePointAt(0) ?? 0) >= 0x2e80) return 2
  return /[A-Z]/.test(letter) ? 1.4 : 1.15
}

/** Cuts a value to lines; by counting, since the height of the picture must be known before there is a pen. */
export const cut = (value: string): string[] => {
  const lines = ['']
  let taken = 0
  for (const letter of value) {
    taken += halves(letter)
    if (taken > mostHalves) {
      lines.push('')
      taken = halves(letter)
    }
    lines[lines.length - 1] += letter
  }
  return lines
}

const heightOf = (lines: readonly ReceiptLine[], note: string) =>
  margin * 2 +
  lineHeight * 2 +
  lines.reduce((sum, { value }) => sum + lineHeight * (1 + cut(value).length) + gap, 0) +
  lineHeight * cut(note).length

/** Writes a line; answers where the next one goes. */
const write = (pen: Pen, words: string, y: number, font: string, colour: string) => {
  pen.font = font
  pen.fillStyle = colour
  pen.fillText(words, margin, y + lineHeight * 0.75)
  return y + lineHeight
}

/** 缴费凭证 as a picture: the very lines of the page. */
export const receiptDrawing = (lines: readonly ReceiptLine[], note: string): Drawing => {
  const height = heightOf(lines, note)
  const draw = (pen: Pen) => {
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, width, height)
    let y = write(pen, '缴费凭证', margin, titleFont, '#1f2329') + lineHeight * 0.5
    for (const { label, value } of lines) {
      y = write(pen, label, y, labelFont, '#5c6470')
      for (const part of cut(value)) y = write(pen, part, y, valueFont, '#1f2329')
      y += gap
    }
    for (const part of cut(note)) y = write(pen, part, y, labelFont, '#5c6470')
  }
  return { width, height, draw, name: '缴费凭证' }
}

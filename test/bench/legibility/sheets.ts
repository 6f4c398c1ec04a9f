import { type Random } from './random'
import { Pen, type Sheet } from './sheet'
import { type Words, wordsOf } from './words'

const a4 = { width: 1130, height: 1600 }
const levelOf: Readonly<Record<string, number>> = { '#222': 34, '#333': 51, '#1a2a6c': 45 }

type Size = Pick<Sheet, 'width' | 'height'>

function sheet(size: Size, pen: Pen, colour = '#fdfdfb', paperLevel = 253, under = ''): Sheet {
  return {
    ...size,
    paper: `<rect width="${size.width}" height="${size.height}" fill="${colour}"/>${under}`,
    print: pen.print,
    boxes: pen.boxes,
    em: pen.em,
    paperLevel,
    inkLevel: levelOf[pen.ink] ?? 60,
  }
}

/** Inside of a skill-grade certificate: coloured frame, photo, a few lines, stamp. */
function certificate(random: Random, words: Words): Sheet {
  const size = { width: 1600, height: 1130 }
  const pen = new Pen()
  const tint = random.pick(['#f6efe0', '#eef4ea', '#f8ecec'] as const)
  pen.rule(50, 50, 1500, 1030, random.pick(['#b33', '#2a7a4a', '#a8842c'] as const), 10)
  pen.centred(800, 190, 72, '职业技能等级证书')
  pen.centred(800, 260, 30, '（示例）')
  pen.add(
    `<rect x="150" y="340" width="260" height="360" fill="#9db4c8"/><circle cx="280" cy="470" r="70" fill="#d8b79a"/><rect x="190" y="560" width="180" height="140" fill="#3b4a5a"/>`,
  )
  const rows = [
    `姓    名  ${words.name}`,
    `职业工种  ${words.trade}`,
    `技能等级  ${words.level}`,
    `证书编号  ${words.number}`,
    `发证日期  ${words.day}`,
  ]
  rows.forEach((row, at) => pen.line(520, 400 + at * 90, random.integer(34, 38), row))
  pen.line(150, 1000, 24, `${words.prose(36)}`)
  pen.stamp(1280, 840, 120)
  return sheet(size, pen, tint, 240)
}

/** Cover: gold letters on red or green. */
function cover(random: Random): Sheet {
  const size = { width: 1600, height: 1130 }
  const pen = new Pen('#e3c878')
  const [colour, level] = random.pick<readonly [string, number]>([
    ['#8e1b1b', 61],
    ['#1d5a3a', 68],
    ['#7a1620', 53],
  ])
  pen.rule(90, 90, 1420, 950, '#e3c878', 5)
  pen.centred(800, 430, 130, '技术等级证书')
  pen.centred(800, 620, 56, '示例人力资源和社会保障厅')
  pen.centred(800, 900, 40, `编号 ${random.integer(10000, 99999)}`)
  return { ...sheet(size, pen, colour, level), paperLevel: 201, inkLevel: level }
}

function idFront(random: Random, words: Words): Sheet {
  const size = { width: 1500, height: 950 }
  const pen = new Pen()
  const waves = Array.from(
    { length: 16 },
    (_, at) =>
      `<path d="M0 ${at * 60}q375 ${random.integer(-60, 60)} 750 0t750 0" fill="none" stroke="#bcd3e6" stroke-width="3"/>`,
  )
  const rows = [
    `姓 名  ${words.name}`,
    `性 别  男    民 族  汉`,
    `出 生  ${words.day}`,
    `住 址  ${words.place}`,
    `       示例路${random.integer(1, 99)}号`,
  ]
  rows.forEach((row, at) => pen.line(110, 170 + at * 110, 50, row))
  pen.line(110, 850, 54, `公民身份号码  11010119000101${random.integer(1000, 9999)}`)
  pen.add(
    `<rect x="1030" y="140" width="360" height="450" fill="#c9d6e0"/><circle cx="1210" cy="310" r="100" fill="#d9b899"/><rect x="1080" y="430" width="260" height="160" fill="#2f3b4a"/>`,
  )
  return sheet(size, pen, '#e9f0f5', 239, waves.join(''))
}

function idBack(random: Random, words: Words): Sheet {
  const size = { width: 1500, height: 950 }
  const pen = new Pen()
  pen.add(`<circle cx="250" cy="220" r="130" fill="#c0392b"/><circle cx="250" cy="220" r="80" fill="#e3b04b"/>`)
  pen.centred(870, 200, 84, '中华人民共和国')
  pen.centred(870, 340, 92, '居民身份证示例')
  pen.line(330, 730, 46, `签发机关  ${words.place}`)
  pen.line(330, 830, 46, `有效期限  ${random.integer(2006, 2020)}.03.18-长期`)
  return sheet(size, pen, '#f1ece6', 237)
}

/** Approval form: a table with small labels and what was filled in. */
function form(random: Random, words: Words): Sheet {
  const pen = new Pen()
  pen.centred(565, 130, 46, '工勤技能岗位等级考核申报表')
  const rows = random.integer(10, 13)
  const height = 1300 / rows
  for (let row = 0; row < rows; row++) {
    const y = 190 + row * height
    pen.rule(80, y, 970, height)
    if (row % 4 === 3) {
      pen.line(100, y + 36, 20, `审核意见  ${words.prose(30)}`)
      pen.line(700, y + height - 20, 20, words.day)
      continue
    }
    pen.rule(280, y, 240, height)
    pen.rule(720, y, 330, height)
    pen.line(96, y + height / 2, 22, random.pick(['姓名', '出生年月', '参加工作时间', '申报工种'] as const))
    pen.line(296, y + height / 2, 22, random.pick([words.name, words.trade, words.level] as const))
    pen.line(540, y + height / 2, 22, random.pick(['工作单位', '现技术等级', '证书编号'] as const))
    pen.line(736, y + height / 2, 22, random.pick([words.place, words.number, words.day] as const))
  }
  if (random.number() < 0.6) pen.stamp(880, 1300, 95)
  return sheet(a4, pen)
}

/** Letter with small print below. */
function letter(random: Random, words: Words): Sheet {
  const pen = new Pen()
  pen.centred(565, 190, 52, '证  明')
  const end = pen.paragraph(
    120,
    320,
    30,
    29,
    `示例：${words.name}同志，${words.trade}。${words.prose(random.integer(150, 260))}`,
    1.8,
  )
  pen.line(700, end + 80, 30, words.place)
  pen.line(700, end + 140, 30, words.day)
  pen.stamp(850, end + 90, 100)
  pen.paragraph(120, 1380, 18, 49, `注：${words.prose(140)}`)
  return sheet(a4, pen)
}

/** Half a page of pen strokes: each character a little turned and moved. */
function handwriting(random: Random, words: Words): Sheet {
  const pen = new Pen('#1a2a6c', 300)
  for (let y = 160; y < 1500; y += 90) pen.add(`<path d="M90 ${y + 22}H1040" stroke="#c8d4de" stroke-width="2"/>`)
  const rows = random.integer(6, 14)
  for (let row = 0; row < rows; row++) {
    const size = random.between(38, 46)
    const baseline = 160 + row * 90
    const signs = [...(row === 0 ? `示例 ${words.name} 自述` : words.prose(row === rows - 1 ? 9 : 19))]
    signs.forEach((sign, at) => {
      const x = 110 + at * 47 + random.between(-4, 4)
      const y = baseline + random.between(-6, 6)
      pen.line(
        x,
        y,
        size,
        sign,
        `transform="rotate(${random.between(-9, 9).toFixed(1)} ${x.toFixed(0)} ${y.toFixed(0)}) skewX(-3)"`,
      )
    })
  }
  return sheet(a4, pen, '#f7f7f2', 246)
}

function twoColumns(random: Random, words: Words): Sheet {
  const pen = new Pen('#333')
  pen.centred(565, 150, 44, '关于组织开展考核工作的通知（示例）')
  for (const x of [90, 600]) pen.paragraph(x, 250, 20, 22, words.prose(random.integer(500, 880)), 1.55)
  return sheet(a4, pen)
}

/** Little on a large white sheet: a good page all the same. */
function shortNote(random: Random, words: Words): Sheet {
  const pen = new Pen()
  const y = random.integer(250, 420)
  pen.centred(565, y, 40, '年度考核结果（示例）')
  pen.line(130, y + 120, 28, `${words.name}  ${words.day}  考核等次：合格`)
  pen.line(130, y + 180, 28, `单位：${words.place}`)
  if (random.number() < 0.5) pen.stamp(820, y + 200, 90)
  return sheet(a4, pen, '#ffffff', 255)
}

/** Slip of paper with many figures. */
function slip(random: Random, words: Words): Sheet {
  const pen = new Pen('#333')
  pen.centred(500, 110, 40, '工资审批表 示例')
  for (let row = 0; row < 14; row++) {
    pen.rule(60, 170 + row * 64, 880, 64, '#777', 1.5)
    pen.line(
      80,
      212 + row * 64,
      24,
      `${words.place.slice(0, 6)}  ${random.integer(1998, 2023)}.${random.integer(1, 12)}`,
    )
    pen.line(520, 212 + row * 64, 24, `${random.integer(1000, 9999)}.${random.integer(10, 99)}  ${words.name}`)
  }
  return sheet({ width: 1000, height: 1120 }, pen, '#fbf7ea', 247)
}

export const sheetKinds = {
  certificate,
  cover,
  idFront,
  idBack,
  form,
  letter,
  handwriting,
  twoColumns,
  shortNote,
  slip,
}
export type SheetKind = keyof typeof sheetKinds

export const drawSheet = (kind: SheetKind, random: Random): Sheet => sheetKinds[kind](random, wordsOf(random))

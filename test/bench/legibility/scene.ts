import { type Random } from './random'
import { type Box, type Sheet } from './sheet'

/** One photographed or scanned sheet. Everything in pixels of the picture. */
export interface Scene {
  svg(print: 'with print' | 'blank'): string
  width: number
  height: number
  boxes: Box[]
  em: number
  paperLevel: number
  inkLevel: number
  /** σ of the sensor's noise, in levels. */
  noise: number
}

const longSide = 1600

/** As a scanner gives it: the sheet and nothing else. */
export function scanned(sheet: Sheet): Scene {
  const scale = longSide / Math.max(sheet.width, sheet.height)
  return sceneOf(sheet, { scale, dx: 0, dy: 0, turn: 0, skew: 0 }, { desk: '#fff', shade: '', light: 1, noise: 0 })
}

/** As a phone takes it: a desk around it, a little turned and leaning, one side darker, noise. */
export function photographed(sheet: Sheet, random: Random): Scene {
  const scale = (longSide / Math.max(sheet.width, sheet.height)) * random.between(0.84, 0.94)
  const light = random.between(0.72, 0.92)
  const desk = random.pick(['#6b6f73', '#8a6f55', '#3f4245', '#a9a49b'] as const)
  const [x1, y1] = [random.pick([0, 1] as const), random.pick([0, 1] as const)]
  const shade =
    `<linearGradient id="shade" x1="${x1}" y1="${y1}" x2="${1 - x1}" y2="${1 - y1}"><stop offset="0" stop-color="#000" stop-opacity="${(1 - light).toFixed(2)}"/>` +
    `<stop offset="1" stop-color="#000" stop-opacity="${(1 - light + random.between(0.05, 0.2)).toFixed(2)}"/></linearGradient>`
  const place = { scale, dx: 0, dy: 0, turn: random.between(-2.5, 2.5), skew: random.between(-1.2, 1.2) }
  return sceneOf(sheet, place, { desk, shade, light: light - 0.06, noise: random.between(1.5, 4) })
}

interface Place {
  scale: number
  dx: number
  dy: number
  /** Degrees. */
  turn: number
  skew: number
}

function sceneOf(
  sheet: Sheet,
  place: Place,
  look: { desk: string; shade: string; light: number; noise: number },
): Scene {
  const size = longSide / Math.max(sheet.width, sheet.height)
  const width = Math.round(sheet.width * size)
  const height = Math.round(sheet.height * size)
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const turn = radians(place.turn)
  // The sheet about its middle: scaled, leaned, turned, put in the middle of the picture.
  const a = place.scale * Math.cos(turn)
  const b = place.scale * Math.sin(turn)
  const c = a * Math.tan(radians(place.skew)) - b
  const d = b * Math.tan(radians(place.skew)) + a
  const e = width / 2 + place.dx - (a * sheet.width + c * sheet.height) / 2
  const f = height / 2 + place.dy - (b * sheet.width + d * sheet.height) / 2
  const moved = (box: Box): Box => {
    const x = box.x + box.width / 2
    const y = box.y + box.height / 2
    const [w, h] = [box.width * place.scale, box.height * place.scale]
    return { x: a * x + c * y + e - w / 2, y: b * x + d * y + f - h / 2, width: w, height: h }
  }
  return {
    svg: (print) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans SC"><defs>${look.shade}</defs><rect width="${width}" height="${height}" fill="${look.desk}"/>` +
      `<g transform="matrix(${[a, b, c, d, e, f].map((value) => value.toFixed(5)).join(' ')})">${sheet.paper}${print === 'blank' ? '' : sheet.print}</g>` +
      (look.shade && `<rect width="${width}" height="${height}" fill="url(#shade)"/>`) +
      '</svg>',
    width,
    height,
    boxes: sheet.boxes.map(moved),
    em: sheet.em * place.scale,
    paperLevel: sheet.paperLevel * look.light,
    inkLevel: sheet.inkLevel * look.light,
    noise: look.noise,
  }
}

/** A box of print on a sheet, in pixels of the sheet. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A drawn sheet of paper, before it is photographed. */
export interface Sheet {
  width: number
  height: number
  /** Inside of an SVG: the paper, and what is printed on it. */
  paper: string
  print: string
  /** Where each line of print is: what a spot of light may cover. */
  boxes: Box[]
  /** Height of the smallest print that matters: one em. */
  em: number
  /** Levels 0..255 of the paper and of the faintest print that matters. */
  paperLevel: number
  inkLevel: number
}

/** Draws and takes down what it drew. */
export class Pen {
  readonly boxes: Box[] = []
  em = Infinity
  private readonly parts: string[] = []

  constructor(
    readonly ink = '#222',
    readonly weight = 400,
  ) {}

  get print(): string {
    return this.parts.join('')
  }

  add(shape: string): void {
    this.parts.push(shape)
  }

  /** One line, its baseline at `y`. */
  line(x: number, y: number, size: number, words: string, more = ''): void {
    const width = [...words].reduce((sum, sign) => sum + (sign < '⺀' ? 0.56 : 1) * size, 0)
    this.parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${this.weight}" fill="${this.ink}" ${more}>${words}</text>`,
    )
    this.boxes.push({ x: more.includes('middle') ? x - width / 2 : x, y: y - size * 0.85, width, height: size })
    this.em = Math.min(this.em, size)
  }

  centred(x: number, y: number, size: number, words: string): void {
    this.line(x, y, size, words, 'text-anchor="middle"')
  }

  /** Lines one below the other; answers with the baseline after the last. */
  paragraph(x: number, y: number, size: number, perLine: number, words: string, leading = 1.6): number {
    for (let at = 0; at < words.length; at += perLine) {
      this.line(x, y, size, words.slice(at, at + perLine))
      y += size * leading
    }
    return y
  }

  /** Round red stamp of a unit. */
  stamp(x: number, y: number, radius: number): void {
    this.parts.push(
      `<g fill="none" stroke="#c33" stroke-opacity="0.75"><circle cx="${x}" cy="${y}" r="${radius}" stroke-width="${radius / 12}"/></g>` +
        `<path d="M${x} ${y - radius / 3}l${radius / 4} ${radius / 1.6}l${-radius / 1.5} ${-radius / 2.4}h${radius / 1.2}l${-radius / 1.5} ${radius / 2.4}z" fill="#c33" fill-opacity="0.75"/>` +
        `<text x="${x}" y="${y + radius * 0.75}" font-size="${radius / 4}" fill="#c33" text-anchor="middle">示例专用章</text>`,
    )
  }

  rule(x: number, y: number, width: number, height: number, colour = '#444', stroke = 2): void {
    this.parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`,
    )
  }
}

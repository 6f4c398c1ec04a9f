/** What a drawing needs of a canvas; WeChat's and a browser's both have it. */
export interface Pen {
  fillStyle: string | object
  font: string
  fillRect: (x: number, y: number, width: number, height: number) => void
  fillText: (words: string, x: number, y: number) => void
}

export interface Drawing {
  /** px of the picture. */
  width: number
  height: number
  draw: (pen: Pen) => void
  /** Of the file, without its end. */
  name: string
}

/** `refused`: the person lets WeChat not write to the album; the switch can be opened. `failed`: this phone cannot. */
export type Kept = 'kept' | 'cancelled' | 'refused' | 'failed'

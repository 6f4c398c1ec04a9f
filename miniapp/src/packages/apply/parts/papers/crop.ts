import { type Crop } from '@app/contract'

/** A picture behind a frame of fixed proportions: which part of it is seen. */
export interface Framed {
  /** Upright pixels. */
  width: number
  height: number
  /** Width of the frame over its height. */
  ratio: number
  /** From 1: the picture just fills the frame. */
  zoom: number
  /** Middle of the part that is seen, as fractions of the picture. */
  x: number
  y: number
}

const mostZoom = 4
const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))

/** How much of the picture is seen, as fractions. */
const seen = ({ width, height, ratio, zoom }: Omit<Framed, 'x' | 'y'>) => ({
  width: Math.min(1, (ratio * height) / width) / zoom,
  height: Math.min(1, width / ratio / height) / zoom,
})

/** Never beyond the edge of the picture: the frame is always full. */
const inside = (framed: Framed): Framed => {
  const part = seen(framed)
  return {
    ...framed,
    x: between(part.width / 2, framed.x, 1 - part.width / 2),
    y: between(part.height / 2, framed.y, 1 - part.height / 2),
  }
}

export const framed = (size: { width: number; height: number }, ratio: number): Framed =>
  inside({ ...size, ratio, zoom: 1, x: 0.5, y: 0.5 })

export const zoomed = (now: Framed, by: number): Framed => inside({ ...now, zoom: between(1, now.zoom * by, mostZoom) })

/** Moves the picture behind the frame, in widths and heights of the frame: (0.1, 0) a tenth to the right. */
export const moved = (now: Framed, right: number, down: number): Framed => {
  const part = seen(now)
  return inside({ ...now, x: now.x - right * part.width, y: now.y - down * part.height })
}

export const cropOf = (now: Framed): Crop => {
  const part = seen(now)
  return { x: now.x - part.width / 2, y: now.y - part.height / 2, ...part }
}

/** Where the whole picture lies, in percent of the frame. */
export const placed = (now: Framed) => {
  const { x, y, width, height } = cropOf(now)
  const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`
  return {
    left: percent(-x / width),
    top: percent(-y / height),
    width: percent(1 / width),
    height: percent(1 / height),
  }
}

/** Pixels of the part that is kept. */
export const pixelsOf = (now: Framed) => {
  const { width, height } = cropOf(now)
  return { width: Math.round(width * now.width), height: Math.round(height * now.height) }
}

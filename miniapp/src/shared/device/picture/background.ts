/** What a certificate photo's border is, as far as a phone can tell; `other`: none of the three, or not even. */
export type Background = 'white' | 'blue' | 'red' | 'other'

type Colour = [red: number, green: number, blue: number]

/** Pixels of the left, right and upper border, where no shoulder is. */
const border = (pixels: Uint8ClampedArray | Uint8Array, width: number, height: number) => {
  const found: Colour[] = []
  const edge = Math.max(1, Math.round(width * 0.06))
  const upperHalf = Math.round(height / 2)
  for (let y = 0; y < upperHalf; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (x >= edge && x < width - edge && y >= edge) continue
      const at = (y * width + x) * 4
      found.push([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0])
    }
  }
  return found
}

const named = ([red, green, blue]: Colour): Background => {
  if (Math.min(red, green, blue) > 190 && Math.max(red, green, blue) - Math.min(red, green, blue) < 40) return 'white'
  if (blue > 110 && blue - red > 50 && blue > green) return 'blue'
  if (red > 120 && red - green > 70 && red - blue > 70) return 'red'
  return 'other'
}

/** The colour of at least three quarters of the border, by RGBA pixels of the cropped photo drawn small. */
export const backgroundOf = (pixels: Uint8ClampedArray | Uint8Array, width: number, height: number): Background => {
  const colours = border(pixels, width, height).map(named)
  const most = (['white', 'blue', 'red'] as const).find(
    (one) => colours.filter((colour) => colour === one).length >= colours.length * 0.75,
  )
  return most ?? 'other'
}

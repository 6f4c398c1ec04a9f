import sharp from 'sharp'

const [width, height] = [480, 640]

/** A page with lines of “print”, told apart by its number; made once per number. */
export function photo(page: number): Promise<Buffer> {
  const made = photos.get(page) ?? jpeg(page)
  photos.set(page, made)
  return made
}

const photos = new Map<number, Promise<Buffer>>()

function jpeg(page: number): Promise<Buffer> {
  const lines = Array.from({ length: 24 }, (_, line) => {
    const words = Array.from({ length: 6 }, (__, word) => {
      const wide = 30 + ((line * 31 + word * 17 + page * 41) % 30)
      return `<rect x="${60 + word * 65}" y="${60 + line * 27}" width="${wide}" height="12"/>`
    })
    return words.join('')
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`
  const paper = { width, height, channels: 3 as const, background: '#f2f0ea' }
  return sharp({ create: paper })
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 80 })
    .toBuffer()
}

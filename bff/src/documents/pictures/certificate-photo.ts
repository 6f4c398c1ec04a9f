import type { PageHint, PhotoSpecification } from '../../contract'
import type { Pixels } from './engine'
import { masterJpeg } from './copies'
import { PictureRefused } from './picture-refused'

/** Below it a face shows blocks. */
const lowestQuality = 45

/** The best quality that fits. @throws PictureRefused `photo-too-large` */
export async function photoJpeg(photo: Pixels, { maxBytes }: PhotoSpecification): Promise<Buffer> {
  for (let quality = 92; quality >= lowestQuality; quality -= 6) {
    const file = await masterJpeg(photo, quality)
    if (file.length <= maxBytes) return file
  }
  throw new PictureRefused('photo-too-large')
}

export type PhotoHint = Extract<PageHint['code'], 'photo-small' | 'photo-background'>

/** `cut`: pixels of the part that was chosen, before it was brought to size. */
export function photoHints(
  photo: Pixels,
  cut: { width: number; height: number },
  asked: PhotoSpecification,
): PhotoHint[] {
  const hints: PhotoHint[] = []
  if (cut.width < asked.widthPx || cut.height < asked.heightPx) hints.push('photo-small')
  if (asked.background !== undefined && !hasBackground(photo, asked.background)) hints.push('photo-background')
  return hints
}

type Background = NonNullable<PhotoSpecification['background']>

const looksLike: Record<Background, (r: number, g: number, b: number) => boolean> = {
  white: (r, g, b) => Math.min(r, g, b) > 195 && Math.max(r, g, b) - Math.min(r, g, b) < 40,
  blue: (r, g, b) => b > 110 && b - r > 45 && b >= g,
  red: (r, g, b) => r > 120 && r - g > 60 && r - b > 60,
}

/** Around the head: the upper edge and both sides down to the shoulders. */
function hasBackground({ data, width, height }: Pixels, background: Background): boolean {
  const rim = Math.max(1, Math.round(width * 0.06))
  let [seen, alike] = [0, 0]
  for (let y = 0; y < height / 2; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (y >= rim && x >= rim && x < width - rim) continue
      const at = (y * width + x) * 3
      seen += 1
      if (looksLike[background](data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) alike += 1
    }
  return alike >= seen * 0.8
}

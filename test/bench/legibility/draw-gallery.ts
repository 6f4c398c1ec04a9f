import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { judge } from '../../../bff/src/documents/legibility/judge'
import { repository } from '../../architecture/source-files'
import { Camera, greyOf } from './camera'
import { exhibits } from './exhibits'
import { galleryPage } from './gallery-page'
import { random } from './random'
import { sharpWithFont } from './rendering'
import { photographed } from './scene'
import { drawSheet } from './sheets'

/** Draws all pictures and the page that shows them; fails where the judge says anything else than the page would. */
async function main(): Promise<void> {
  const folder = path.join(repository, 'docs/gallery')
  mkdirSync(folder, { recursive: true })
  const sharp = await sharpWithFont()
  const camera = new Camera(sharp, true)
  for (const [at, exhibit] of exhibits.entries()) {
    const chance = random(40 + at)
    const scene = photographed(drawSheet(exhibit.sheet, chance), chance)
    const picture = await camera.take(scene, exhibit.recipe(scene))
    const hints = judge(await greyOf(sharp, picture))
    if (hints.join() !== exhibit.hints.join()) throw new Error(`${exhibit.file}: the judge says [${hints.join()}]`)
    const small = sharp(picture).resize(420, 420, { fit: 'inside', withoutEnlargement: true })
    writeFileSync(path.join(folder, `${exhibit.file}.jpg`), await small.jpeg({ quality: 72 }).toBuffer())
  }
  writeFileSync(path.join(folder, 'README.md'), galleryPage(exhibits))
}

void main()

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../../architecture/source-files'
import { exhibits } from './exhibits'
import { galleryPage } from './gallery-page'

test('docs/gallery says of every hint what the phone says (else: npm run generate:gallery)', () => {
  expect(readFileSync(path.join(repository, 'docs/gallery/README.md'), 'utf8')).toBe(galleryPage(exhibits))
})

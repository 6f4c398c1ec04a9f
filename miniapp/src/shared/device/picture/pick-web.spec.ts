import { blobOf } from './blobs.h5'
import { heads } from './phone-files.fixture'
import { pickPages, pickPdf } from './pick'

const input = () => {
  const found = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!found) throw new Error('no dialog is open')
  return found
}
const file = (name: string, bytes: number[]) => {
  const made = new File([new Uint8Array(bytes)], name)
  // jsdom's files cannot be read in parts
  const part = (from: number, to: number) => ({ arrayBuffer: async () => new Uint8Array(bytes.slice(from, to)).buffer })
  return Object.assign(made, { slice: part })
}
const choose = (...files: File[]) => {
  const dialog = input()
  Object.defineProperty(dialog, 'files', { value: files })
  dialog.dispatchEvent(new Event('change'))
}

let urls = 0
beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => `blob:${(urls += 1)}`, revokeObjectURL: () => undefined })
})

test('the camera of a phone is opened at once, the album takes several and PDFs too', () => {
  void pickPages({ count: 5, source: 'camera' })
  expect([input().accept, input().multiple, input().getAttribute('capture')]).toEqual(['image/*', false, 'environment'])
  void pickPages({ count: 5, source: 'album' })
  expect(document.querySelectorAll('input')).toHaveLength(1)
  expect([input().accept, input().multiple, input().hasAttribute('capture')]).toEqual([
    'image/*,application/pdf',
    true,
    false,
  ])
  void pickPdf(1)
  expect([input().accept, input().multiple]).toEqual(['application/pdf', false])
})

test('what is chosen comes by its bytes; what is no use, and more than was asked for, is named', async () => {
  const picked = pickPages({ count: 4, source: 'album' })
  choose(
    file('a.jpg', heads.heic),
    file('b.jpg', heads.html),
    file('c.pdf', heads.pdf),
    file('d.jpg', []),
    file('e.jpg', heads.jpeg),
  )
  const answer = await picked
  expect(answer).toMatchObject({
    ok: true,
    files: [
      { name: 'a.jpg', kind: 'heic', bytes: heads.heic.length },
      { name: 'c.pdf', kind: 'pdf' },
    ],
    leftOut: [
      { name: 'b.jpg', why: 'kind' },
      { name: 'd.jpg', why: 'empty' },
      { name: 'e.jpg', why: 'too-many' },
    ],
  })
  expect(answer.ok && blobOf(answer.files[0]?.path ?? '')).toBeInstanceOf(Blob)
  expect(document.querySelector('input')).toBeNull()
})

test('a dialog that is closed is no failure, nor one that the browser closed without a word', async () => {
  const silent = pickPages({ count: 1, source: 'album' })
  const closed = pickPages({ count: 1, source: 'album' })
  input().dispatchEvent(new Event('cancel'))
  expect(await Promise.all([silent, closed])).toEqual([
    { ok: false, why: 'cancelled' },
    { ok: false, why: 'cancelled' },
  ])
})

import { bytesOf, dropFile, keepFile } from './files'
import { heads, phoneWith } from './phone-files.fixture'
import type { PickedFile } from './picked'

jest.mock('./files', () => jest.requireActual('./files.weapp'))

const picked: PickedFile = { path: 'wxfile://tmp_1.jpg', bytes: 10, kind: 'jpeg' }
const file = { bytes: 10, head: heads.jpeg }

test('a picked file is copied to where WeChat does not sweep, and deleted there once it is of no more use', async () => {
  const files = phoneWith({ [picked.path]: file })
  const kept = await keepFile('k1', picked)
  expect(kept).toEqual({ handle: 'wxfile://usr/upload-k1.jpg', safe: true })
  expect(await bytesOf('wxfile://usr/upload-k1.jpg')).toBe(10)
  await dropFile('wxfile://usr/upload-k1.jpg')
  expect(Object.keys(files)).toEqual([picked.path])
})

test('on a full phone the file is sent from where it lies, and is known not to outlive the app', async () => {
  const files = phoneWith(
    { [picked.path]: file },
    { copyFile: 'copyFile:fail the maximum size of the file storage limit is exceeded' },
  )
  expect(await keepFile('k1', picked)).toEqual({ handle: picked.path, safe: false })
  await dropFile(picked.path)
  expect(Object.keys(files)).toEqual([picked.path])
})

test('a file that the phone no longer has is not kept', async () => {
  phoneWith({})
  expect(await keepFile('k1', picked)).toBeUndefined()
  expect(await bytesOf(picked.path)).toBeUndefined()
})

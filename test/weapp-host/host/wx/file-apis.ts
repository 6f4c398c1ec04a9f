import sharp from 'sharp'
import type { HostLog } from '../log'
import { asyncApi } from './async-api'
import { digestOf, type Pick, type PhoneFiles } from './files'

/** Cameras and albums give JPEG here; a chat keeps the name. */
const extensionOf = (name: string | undefined): string => name?.split('.').at(-1) ?? 'jpg'

const orientations = [
  'up',
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
]

function chosen(files: PhoneFiles, count: number) {
  const pick: Pick = files.picks.shift() ?? { errMsg: 'cancel' }
  if ('errMsg' in pick) throw pick
  return pick.files.slice(0, count).map(({ buffer, name }) => ({
    path: files.take(buffer, extensionOf(name)),
    size: buffer.length,
    ...(name !== undefined && { name }),
  }))
}

/** Files of the phone, and what picks, measures and shrinks pictures. */
export function fileApis(files: PhoneFiles, log: HostLog) {
  return {
    getFileSystemManager: () => fileSystem(files, log),
    chooseMedia: asyncApi<{ count?: number; mediaType?: string[] }>(log, 'chooseMedia', ({ count = 9 }) => ({
      type: 'image',
      tempFiles: chosen(files, count).map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
    })),
    chooseImage: asyncApi<{ count?: number }>(log, 'chooseImage', ({ count = 9 }) => {
      const tempFiles = chosen(files, count)
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
    }),
    chooseMessageFile: asyncApi<{ count: number }>(log, 'chooseMessageFile', ({ count }) => ({
      tempFiles: chosen(files, count).map((file) => ({ ...file, type: 'file', time: 0 })),
    })),
    getImageInfo: asyncApi<{ src: string }>(log, 'getImageInfo', async ({ src }) => {
      const { width, height, format, orientation = 1 } = await sharp(files.read(src)).metadata()
      return { width, height, type: format, path: src, orientation: orientations[orientation] }
    }),
    compressImage: asyncApi<Compression>(log, 'compressImage', async (options) => ({
      tempFilePath: files.take(await compressed(files.read(options.src), options), 'jpg'),
    })),
    openSetting: asyncApi(log, 'openSetting', () => ({ authSetting: {} })),
    previewImage: asyncApi(log, 'previewImage', () => undefined),
  }
}

interface Compression {
  src: string
  quality?: number
  compressedWidth?: number
  compressedHeight?: number
}

/** The stored pixels, with the camera's turn as it was; one side alone keeps the shape. */
function compressed(
  content: Buffer,
  { quality = 80, compressedWidth, compressedHeight }: Compression,
): Promise<Buffer> {
  return sharp(content)
    .resize(compressedWidth, compressedHeight, { fit: compressedWidth && compressedHeight ? 'fill' : 'inside' })
    .withMetadata()
    .jpeg({ quality })
    .toBuffer()
}

function fileSystem(files: PhoneFiles, log: HostLog) {
  return {
    readFile: asyncApi<{ filePath: string; position?: number; length?: number; encoding?: BufferEncoding }>(
      log,
      'readFile',
      ({ filePath, position = 0, length, encoding }) => {
        const content = files.read(filePath)
        const part = content.subarray(position, length === undefined ? undefined : position + length)
        return { data: encoding ? part.toString(encoding) : new Uint8Array(part).buffer }
      },
    ),
    getFileInfo: asyncApi<{ filePath: string }>(log, 'getFileInfo', ({ filePath }) => {
      const content = files.read(filePath)
      return { size: content.length, digest: digestOf(content) }
    }),
    copyFile: asyncApi<{ srcPath: string; destPath: string }>(log, 'copyFile', ({ srcPath, destPath }) =>
      files.copy(srcPath, destPath),
    ),
    unlink: asyncApi<{ filePath: string }>(log, 'unlink', ({ filePath }) => files.remove(filePath)),
    access: asyncApi<{ path: string }>(log, 'access', ({ path }) => void files.read(path)),
  }
}

import Taro from '../../../../test/mocks/taro'

export interface File {
  bytes: number
  /** Its first bytes. */
  head: number[]
  size?: { width: number; height: number; orientation?: string }
}

export const letters = (word: string) => Array.from(word, (letter) => letter.charCodeAt(0))

export const heads = {
  jpeg: [0xff, 0xd8, 0xff, 0xe1],
  png: [0x89, ...letters('PNG'), 13, 10, 26, 10],
  gif: letters('GIF89a'),
  pdf: letters('%PDF-1.7'),
  webp: [...letters('RIFF'), 1, 2, 3, 4, ...letters('WEBP')],
  heic: [0, 0, 0, 24, ...letters('ftypheic')],
  avif: [0, 0, 0, 24, ...letters('ftypavif')],
  html: letters('<!doctype html>'),
}

/** The files of a phone, as WeChat shows them to an app. `fails`: what `readFile` and `copyFile` fail with although the file is there. */
export const phoneWith = (
  files: Record<string, File>,
  fails: Partial<Record<'readFile' | 'copyFile', string>> = {},
) => {
  interface Asked {
    filePath: string
    srcPath: string
    destPath: string
    success?: (result: object) => void
    fail?: (error: object) => void
    complete?: () => void
  }
  const api =
    (name: string, path: (asked: Asked) => string, work: (file: File, asked: Asked) => object) => (asked: Asked) => {
      const file = files[path(asked)]
      const failure = name === 'readFile' || name === 'copyFile' ? fails[name] : undefined
      if (!file) asked.fail?.({ errMsg: `${name}:fail no such file or directory` })
      else if (failure) asked.fail?.({ errMsg: failure })
      else {
        const result = work(file, asked)
        asked.success?.(result)
      }
      asked.complete?.()
    }
  Object.assign(Taro, {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: jest.fn(() => true),
    getFileSystemManager: () => ({
      readFile: api(
        'readFile',
        ({ filePath }) => filePath,
        ({ head }) => ({ data: new Uint8Array(head).buffer }),
      ),
      getFileInfo: api(
        'getFileInfo',
        ({ filePath }) => filePath,
        ({ bytes }) => ({ size: bytes }),
      ),
      copyFile: api(
        'copyFile',
        ({ srcPath }) => srcPath,
        (file, { destPath }) => (files[destPath] = file),
      ),
      unlink: api(
        'unlink',
        ({ filePath }) => filePath,
        (file, { filePath }) => {
          delete files[filePath]
          return file
        },
      ),
    }),
    getImageInfo: jest.fn(async ({ src }: { src: string }) => {
      const size = files[src]?.size
      if (!size) throw { errMsg: 'getImageInfo:fail' }
      return size
    }),
  })
  return files
}

import { createHash, randomBytes } from 'node:crypto'

/** WeChat's own limit for what an app keeps. */
const mostKept = 200 * 1024 * 1024
const kept = 'wxfile://usr/'
const temporary = 'wxfile://tmp_'

/** What a thumb picks next: files, or why there are none (`fail cancel`, `fail auth deny`). */
export type Pick = { files: { buffer: Buffer; name?: string }[] } | { errMsg: string; errno?: number }

/** Files on the phone. Those under wxfile://usr outlive the app; what was picked is temporary. */
export class PhoneFiles {
  private readonly files = new Map<string, Buffer>()
  /** One for each time that camera, album or chat is opened. */
  readonly picks: Pick[] = []
  /** A phone that is full. */
  full = false

  take(buffer: Buffer, extension: string): string {
    const path = `${temporary}${randomBytes(8).toString('hex')}.${extension}`
    this.files.set(path, buffer)
    return path
  }

  /** @throws as WeChat says it */
  read(path: string): Buffer {
    const found = this.files.get(path)
    if (!found) throw new Error(`no such file or directory, open "${path}"`)
    return found
  }

  copy(from: string, to: string): void {
    const content = this.read(from)
    if (!to.startsWith(kept)) throw new Error(`permission denied, open "${to}"`)
    if (this.full || this.keptBytes + content.length > mostKept)
      throw new Error('the maximum size of the file storage limit is exceeded')
    this.files.set(to, content)
  }

  remove(path: string): void {
    this.read(path)
    if (!path.startsWith(kept)) throw new Error(`permission denied, unlink "${path}"`)
    this.files.delete(path)
  }

  /** The app is closed: WeChat sweeps what was temporary. */
  sweep(): void {
    for (const path of this.files.keys()) if (path.startsWith(temporary)) this.files.delete(path)
  }

  /** What the app keeps beyond its end. */
  get keptPaths(): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(kept))
  }

  private get keptBytes(): number {
    return this.keptPaths.reduce((sum, path) => sum + this.read(path).length, 0)
  }
}

export const digestOf = (content: Buffer): string => createHash('md5').update(content).digest('hex')

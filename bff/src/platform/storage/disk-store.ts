import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { intoFile } from './into-file'
import { checkedKey } from './object-key'
import { ObjectStore, StoreUnavailable } from './object-store'

/** A part of a file that was never finished: swept like an object that no row knows. */
const unfinished = '.part'

/** Files in one folder that only this user can read. */
export class DiskStore extends ObjectStore {
  private readonly folder: string

  constructor(folder: string) {
    super()
    this.folder = resolve(folder)
  }

  async put(key: string, content: Readable): Promise<void> {
    const file = this.fileOf(key)
    const part = `${file}.${randomUUID()}${unfinished}`
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await intoFile(content, part)
      await rename(part, file)
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined)
      // A rename of what came whole cannot be the sender's failure.
      throw error instanceof StoreUnavailable || content.errored ? error : new StoreUnavailable(error)
    }
  }

  async open(key: string): Promise<Readable | undefined> {
    try {
      const file = await open(this.fileOf(key), 'r')
      return file.createReadStream()
    } catch (error) {
      // Without its folder the store is away, and nothing is known about its files.
      if (isMissing(error) && (await isThere(this.folder))) return undefined
      throw new StoreUnavailable(error)
    }
  }

  async remove(key: string): Promise<void> {
    const file = this.fileOf(key)
    try {
      await rm(file, { force: true })
    } catch (error) {
      throw new StoreUnavailable(error)
    }
    // The copies of one page have a folder of their own: the last of them takes it along.
    if (key.split('/').length > 2) await rmdir(dirname(file)).catch(() => undefined)
  }

  async list(prefix: string, before: Date, limit: number, after = ''): Promise<string[]> {
    const found: string[] = []
    for (const key of await this.keys()) {
      if (found.length === limit) break
      const file = join(this.folder, key)
      if (!key.startsWith(prefix) || key <= after || !(await isOlder(file, before))) continue
      if (key.endsWith(unfinished)) await rm(file, { force: true })
      else found.push(key)
    }
    return found
  }

  async ready(): Promise<boolean> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      await access(this.folder, constants.R_OK | constants.W_OK)
      return true
    } catch {
      return false
    }
  }

  private async keys(): Promise<string[]> {
    try {
      const entries = await readdir(this.folder, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile())
      return files.map((entry) => relative(this.folder, join(entry.parentPath, entry.name))).sort()
    } catch (error) {
      if (isMissing(error)) return []
      throw new StoreUnavailable(error)
    }
  }

  private fileOf(key: string): string {
    return join(this.folder, checkedKey(key))
  }
}

// Not by instanceof: an error of node's own is of another realm where the caller is sandboxed (jest).
const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

async function isOlder(file: string, before: Date): Promise<boolean> {
  const facts = await stat(file).catch(() => undefined)
  return facts !== undefined && facts.mtimeMs < before.getTime()
}

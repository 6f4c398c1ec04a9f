import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { S3 } from '@aws-sdk/client-s3'
import { intoFile } from './into-file'
import { checkedKey } from './object-key'
import { ObjectStore, StoreUnavailable, type ObjectFacts } from './object-store'
import type { StorageSettings } from './storage-settings'

type S3Settings = Extract<StorageSettings, { kind: 's3' }>

/** A bucket of an S3-compatible store (COS, MinIO …). Objects get no ACL: the bucket's own, private by default, holds. */
export class S3Store extends ObjectStore {
  private client: Promise<S3> | undefined

  constructor(private readonly settings: S3Settings) {
    super()
  }

  /** The SDK is loaded only where there is a bucket: it takes a good part of a process's memory. */
  private bucket(): Promise<S3> {
    const { endpoint, region, keyId, secret, pathStyle } = this.settings
    this.client ??= import('@aws-sdk/client-s3').then(
      (sdk) =>
        new sdk.S3({
          endpoint,
          region,
          credentials: { accessKeyId: keyId, secretAccessKey: secret },
          forcePathStyle: pathStyle,
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
          // Without these a store that hangs would hold every upload for ever.
          requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
        }),
    )
    return this.client
  }

  /** Through a file, so that its length is known before the first byte leaves: the store keeps all of it or nothing. */
  async put(key: string, content: Readable, { mediaType }: ObjectFacts): Promise<void> {
    const Key = checkedKey(key)
    const file = join(tmpdir(), `page-${randomUUID()}`)
    try {
      await intoFile(content, file)
      const { size } = await stat(file)
      const bucket = await this.bucket()
      await bucket.putObject({
        Bucket: this.settings.bucket,
        Key,
        Body: createReadStream(file),
        ContentLength: size,
        ContentType: mediaType,
        ...(this.settings.encrypted && { ServerSideEncryption: 'AES256' }),
      })
    } catch (error) {
      throw error instanceof StoreUnavailable || content.errored ? error : new StoreUnavailable(error)
    } finally {
      await rm(file, { force: true })
    }
  }

  async open(key: string): Promise<Readable | undefined> {
    try {
      const bucket = await this.bucket()
      const { Body } = await bucket.getObject({ Bucket: this.settings.bucket, Key: checkedKey(key) })
      if (!(Body instanceof Readable)) throw new Error('an answer without a body')
      return Body
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined
      throw new StoreUnavailable(error)
    }
  }

  async remove(key: string): Promise<void> {
    const what = { Bucket: this.settings.bucket, Key: checkedKey(key) }
    try {
      await (await this.bucket()).deleteObject(what)
    } catch (error) {
      throw new StoreUnavailable(error)
    }
  }

  async list(prefix: string, before: Date, limit: number, after?: string): Promise<string[]> {
    const found: string[] = []
    let from: string | undefined
    do {
      const page = await this.page(prefix, after, from)
      const old = (page.Contents ?? []).filter(({ LastModified }) => LastModified && LastModified < before)
      found.push(...old.flatMap(({ Key }) => (Key === undefined ? [] : [Key])))
      from = page.NextContinuationToken
    } while (from !== undefined && found.length < limit)
    return found.slice(0, limit)
  }

  async ready(): Promise<boolean> {
    try {
      await (await this.bucket()).listObjectsV2({ Bucket: this.settings.bucket, MaxKeys: 1 })
      return true
    } catch {
      return false
    }
  }

  private async page(prefix: string, after: string | undefined, from: string | undefined) {
    const { bucket: Bucket } = this.settings
    const request = { Bucket, Prefix: prefix, StartAfter: after || undefined, ContinuationToken: from }
    try {
      return await (await this.bucket()).listObjectsV2(request)
    } catch (error) {
      throw new StoreUnavailable(error)
    }
  }
}

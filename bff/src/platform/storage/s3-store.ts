import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { intoFile } from './into-file'
import { checkedKey } from './object-key'
import { ObjectStore, StoreUnavailable, type ObjectFacts } from './object-store'
import type { StorageSettings } from './storage-settings'

type S3Settings = Extract<StorageSettings, { kind: 's3' }>

/** A bucket of an S3-compatible store (COS, MinIO …). Objects get no ACL: the bucket's own, private by default, holds. */
export class S3Store extends ObjectStore {
  private readonly client: S3Client

  constructor(
    private readonly settings: S3Settings,
    more: S3ClientConfig = {},
  ) {
    super()
    this.client = new S3Client({
      endpoint: settings.endpoint,
      region: settings.region,
      credentials: { accessKeyId: settings.keyId, secretAccessKey: settings.secret },
      forcePathStyle: settings.pathStyle,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // Without these a store that hangs would hold every upload for ever.
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
      ...more,
    })
  }

  /** Through a file, so that its length is known before the first byte leaves: the store keeps all of it or nothing. */
  async put(key: string, content: Readable, { mediaType }: ObjectFacts): Promise<void> {
    const Key = checkedKey(key)
    const file = join(tmpdir(), `page-${randomUUID()}`)
    try {
      await intoFile(content, file)
      const { size } = await stat(file)
      await this.client.send(
        new PutObjectCommand({
          Bucket: this.settings.bucket,
          Key,
          Body: createReadStream(file),
          ContentLength: size,
          ContentType: mediaType,
          ...(this.settings.encrypted && { ServerSideEncryption: 'AES256' }),
        }),
      )
    } catch (error) {
      throw error instanceof StoreUnavailable || content.errored ? error : new StoreUnavailable(error)
    } finally {
      await rm(file, { force: true })
    }
  }

  async open(key: string): Promise<Readable | undefined> {
    try {
      const { Body } = await this.client.send(
        new GetObjectCommand({ Bucket: this.settings.bucket, Key: checkedKey(key) }),
      )
      if (!(Body instanceof Readable)) throw new Error('an answer without a body')
      return Body
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw new StoreUnavailable(error)
    }
  }

  async remove(key: string): Promise<void> {
    await this.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: checkedKey(key) }))
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
      await this.client.send(new ListObjectsV2Command({ Bucket: this.settings.bucket, MaxKeys: 1 }))
      return true
    } catch {
      return false
    }
  }

  private page(prefix: string, after: string | undefined, from: string | undefined) {
    const { bucket: Bucket } = this.settings
    const request = { Bucket, Prefix: prefix, StartAfter: after || undefined, ContinuationToken: from }
    return this.client.send(new ListObjectsV2Command(request)).catch((error: unknown) => {
      throw new StoreUnavailable(error)
    })
  }

  private async send(command: DeleteObjectCommand): Promise<void> {
    try {
      await this.client.send(command)
    } catch (error) {
      throw new StoreUnavailable(error)
    }
  }
}

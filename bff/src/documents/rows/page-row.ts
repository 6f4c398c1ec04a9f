import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Crop, PageHint, PageRefusal, PageState, PageView } from '../../contract'

/** One page of one paper. Its bytes are in the object store, under keys that nobody can guess. */
@Entity('page')
@Index('page_upload', ['applicationId', 'uploadKey', 'uploadPage'], { unique: true })
@Index('page_paper', ['applicationId', 'paper', 'position'])
@Index('page_state', ['state', 'leaseUntil'])
@Index('page_removed', ['removedAt'])
export class PageRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  /** Id of the paper in the checklist. */
  @Column({ type: 'varchar', length: 160 })
  paper: string

  @Column({ type: 'integer' })
  position: number

  /** The `Idempotency-Key` of the upload; one per picked file. */
  @Column({ name: 'upload_key', type: 'varchar', length: 80 })
  uploadKey: string

  /** From 0: a PDF brings several pages. */
  @Column({ name: 'upload_page', type: 'integer' })
  uploadPage: number

  @Column({ name: 'upload_sha256', type: 'varchar', length: 64 })
  uploadSha256: string

  @Column({ name: 'upload_bytes', type: 'integer' })
  uploadBytes: number

  /** By the magic bytes, not by what the phone said. */
  @Column({ name: 'upload_media_type', type: 'varchar', length: 32 })
  uploadMediaType: string

  /** The file as it came, with whatever its EXIF tells; null once the page is made and the file deleted. */
  @Column({ name: 'original_object', type: 'varchar', length: 120, nullable: true })
  originalObject: string | null

  @Column({ type: 'json', nullable: true })
  crop: Crop | null

  /** Quarter turns that the person asks for; `madeRotation`: those that the copies have. */
  @Column({ type: 'integer' })
  rotation: PageView['rotation']

  @Column({ name: 'made_rotation', type: 'integer' })
  madeRotation: PageView['rotation']

  @Column({ type: 'varchar', length: 20 })
  state: PageState

  @Column({ type: 'json', nullable: true })
  hints: PageHint[] | null

  @Column({ type: 'varchar', length: 40, nullable: true })
  refusal: PageRefusal | null

  /** Reviewable JPEG without watermark: what the exam office gets. */
  @Column({ name: 'master_object', type: 'varchar', length: 120, nullable: true })
  masterObject: string | null

  @Column({ name: 'master_sha256', type: 'varchar', length: 64, nullable: true })
  masterSha256: string | null

  @Column({ name: 'master_bytes', type: 'integer', nullable: true })
  masterBytes: number | null

  @Column({ type: 'integer', nullable: true })
  width: number | null

  @Column({ type: 'integer', nullable: true })
  height: number | null

  /** With watermark. */
  @Column({ name: 'display_object', type: 'varchar', length: 120, nullable: true })
  displayObject: string | null

  @Column({ name: 'thumbnail_object', type: 'varchar', length: 120, nullable: true })
  thumbnailObject: string | null

  /** 64 bits as 16 hexadecimal digits: near ones look alike. */
  @Column({ name: 'perceptual_hash', type: 'varchar', length: 16, nullable: true })
  perceptualHash: string | null

  /** Id of the page in whose place it came. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  replaces: string | null

  /** When it was put into the outbox for the office. */
  @Column({ name: 'handed_over_at', type: 'datetime', precision: 3, nullable: true })
  handedOverAt: Date | null

  /** Deleted or replaced by the person: no longer shown; its objects are swept away unless the office got it. */
  @Column({ name: 'removed_at', type: 'datetime', precision: 3, nullable: true })
  removedAt: Date | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  /** When the person last brought, turned, moved or removed it: whether a return was followed. */
  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt: Date

  @Column({ name: 'checked_at', type: 'datetime', precision: 3, nullable: true })
  checkedAt: Date | null

  /** Tries of the picture process. */
  @Column({ type: 'integer' })
  attempts: number

  /** Taken by a worker until then; while waiting for the next try: not before then. */
  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  /** Rises with each change: a result for an older version is thrown away. */
  @Column({ type: 'integer' })
  version: number
}

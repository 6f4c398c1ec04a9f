import { wxError } from '../picture/pick-failure'

export interface FileToSend {
  /** Of `keepFile`. */
  handle: string
  url: string
  header: Record<string, string>
  /** ms; the platform's own timer is set to it, but not trusted to fire. */
  patience: number
}

/** `lost`: no answer came; whether the file has arrived is unknown. `gone`: there is no such file on this phone. */
export type Sent =
  | { kind: 'answer'; status: number; text: string }
  | { kind: 'lost'; how: 'aborted' | 'slow' | 'interrupted' | 'connection' | 'not-allowed' }
  | { kind: 'gone' }

export interface SendingFile {
  /** Never rejects. */
  done: Promise<Sent>
  abort: () => void
}

/** Called as bytes leave the phone. */
export type OnProgress = (percent: number, bytes: number) => void

const interruptedErrno = 600003

/** What `fail` of an upload means. WeChat words differ by platform and version; what is not known counts as a broken connection. */
export const lostBy = (raw: unknown): Sent => {
  const { words, errno } = wxError(raw)
  if (/no such file|file not found|file .*not exist/i.test(words)) return { kind: 'gone' }
  if (/abort/i.test(words)) return { kind: 'lost', how: 'aborted' }
  if (errno === interruptedErrno || /interrupt/i.test(words)) return { kind: 'lost', how: 'interrupted' }
  if (/time.?(d )?out/i.test(words)) return { kind: 'lost', how: 'slow' }
  if (/domain list|not in domain/i.test(words)) return { kind: 'lost', how: 'not-allowed' }
  return { kind: 'lost', how: 'connection' }
}

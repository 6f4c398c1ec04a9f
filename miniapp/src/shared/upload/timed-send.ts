import { sendFile } from '../device/transfer/send-file'
import type { FileToSend, OnProgress, SendingFile, Sent } from '../device/transfer/sent'
import { stallAfter } from './pace'

/** An upload that ends by itself whatever the platform does: some tasks neither succeed nor fail, not even when they are aborted. */
export const timedSend = (file: FileToSend, tell: OnProgress): SendingFile => {
  let end: (sent: Sent) => void = () => undefined
  const ended = new Promise<Sent>((resolve) => {
    end = resolve
  })
  let most = 0
  let stall: ReturnType<typeof setTimeout> | undefined
  const giveUp = (how: 'slow' | 'aborted') => {
    end({ kind: 'lost', how })
    task.abort()
  }
  const patience = setTimeout(() => giveUp('slow'), file.patience)
  const task = sendFile(file, (percent, bytes) => {
    if (bytes <= most) return
    most = bytes
    clearTimeout(stall)
    // bytes that have left may still wait for the network: from here on only the whole patience counts
    if (percent < 100) stall = setTimeout(() => giveUp('slow'), stallAfter)
    tell(percent, bytes)
  })
  void task.done.then(end)
  const done = ended.finally(() => {
    clearTimeout(patience)
    clearTimeout(stall)
  })
  return { done, abort: () => giveUp('aborted') }
}

import { onFront, onNetworkBack } from '../device/wake'
import { tokens } from '../session/tokens'
import { abortAll, onEnded, pump, setInFront, wake } from './driver'
import { lookForAll, lookSoon, stopLooking } from './look'
import { syncOrders } from './order'
import { forgetPapers } from './papers-store'
import { forgetPictures } from './pictures'
import { discard } from './prepare'
import { isUnsent } from './queue'
import { clearQueue, currentQueue, storedQueue } from './queue-store'
import { forgetTurns } from './turn'

/** Takes every picked file, and what the server said of the papers, off this phone. */
export const forgetUploads = () => {
  abortAll()
  stopLooking()
  storedQueue().items.forEach(discard)
  clearQueue()
  forgetPapers()
  forgetPictures()
  forgetTurns()
}

/** Whether a picked file has not reached the server, so that nobody signs out over it. */
export const hasUnsentPages = () => currentQueue().items.some(isUnsent)

/** Another person signed in: nothing of the one before stays here. */
const onAccount = () => {
  const me = tokens.get()?.account.id
  const { account } = storedQueue()
  if (me === undefined) return
  if (account !== '' && account !== me) forgetUploads()
  wake()
}

let started = false

/** Goes on with what was not sent when the app was closed. Once, at the start of the app. */
export const resumeUploads = () => {
  if (started) return
  started = true
  onEnded((applicationId) => {
    lookSoon(applicationId)
    void syncOrders(applicationId)
  })
  onFront((inFront) => {
    setInFront(inFront)
    if (inFront) lookForAll()
  })
  onNetworkBack(() => {
    wake()
    lookForAll()
  })
  tokens.subscribe(onAccount)
  onAccount()
  pump()
  lookForAll()
}

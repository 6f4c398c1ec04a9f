import { readPreview } from './preview.h5'

/** The page is left to sign in, so the person must have asked for it. */
export const signsInSilently = false

/** The code that the sign-in page came back with, taken off the address so that a reload does not use it twice. */
const returnedCode = () => {
  const url = new URL(window.location.href)
  const code = url.searchParams.get('code')
  if (code === null) return undefined
  url.searchParams.delete('code')
  window.history.replaceState(window.history.state, '', url.toString())
  return code
}

/**
 * A login code for one use. Without one the preview's page is opened, where one chooses a sample person; it comes back here.
 * Rejects where there is no preview (production H5 outside WeChat).
 */
export const wechatCode = async (): Promise<string> => {
  const code = returnedCode()
  if (code !== undefined) return code
  const preview = await readPreview()
  if (!preview) throw new Error('no sign-in on this page')
  const query = new URLSearchParams({ appid: preview.appid, return: window.location.href })
  window.location.assign(`${preview.wechat}/preview/sign-in?${query.toString()}`)
  return new Promise(() => undefined)
}

/** Back from the sign-in page with a code that no one has used yet. */
export const hasReturnedCode = () => new URL(window.location.href).searchParams.has('code')

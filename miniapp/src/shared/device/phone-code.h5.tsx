import { Button } from '../ui/button'
import { readPreview } from './preview.h5'

/** Back from the preview's page: the code, taken off the address so that it is used once. */
export const returnedPhoneCode = () => {
  const url = new URL(window.location.href)
  const code = url.searchParams.get('phoneCode')
  if (code === null) return undefined
  url.searchParams.delete('phoneCode')
  window.history.replaceState(window.history.state, '', url.toString())
  return code
}

interface Props {
  label: string
  onCode: (code: string) => void
  /** No number this way: the person types it. */
  onNone: () => void
}

/** The preview's page plays WeChat's question and comes back with a code in the address; without it there is no number. */
export const PhoneButton = ({ label, onNone }: Props) => {
  const ask = async () => {
    const preview = await readPreview()
    if (!preview) return onNone()
    const query = new URLSearchParams({ appid: preview.appid, return: window.location.href })
    window.location.assign(`${preview.wechat}/preview/phone-number?${query.toString()}`)
  }
  return <Button kind="ghost" label={label} onPress={() => void ask()} />
}

import { open } from '@/shared/navigation'
import { agreedToAll } from '@/shared/session/account'
import { useAccount } from '@/shared/session/use-account'
import { NoticeBar } from '@/shared/ui/notice-bar'

/** The words on person data have changed since this person agreed: without a new consent the server takes neither ID number nor photo. */
export const ConsentNotice = () => {
  const account = useAccount()
  if (account === undefined || agreedToAll(account)) return null
  return (
    <NoticeBar
      tone="warn"
      text="个人信息的说明有更新，看过、同意后才能接着存和拍照。您填的和拍的都还在。"
      action={{ label: '去看', onPress: () => open('apply', 'start') }}
    />
  )
}

import { Page } from '@/shared/ui/page'
import { AccountCards } from './parts/account'
import { NoticesCard } from './parts/notices'
import { TypeSizeCard } from './parts/type-size'

/** The messages, the account, and the settings of this phone. */
export default function Me() {
  return (
    <Page title="我的" back="none">
      <NoticesCard />
      <AccountCards />
      <TypeSizeCard />
    </Page>
  )
}

import { Page } from '@/shared/ui/page'
import { AccountCards } from './parts/account'
import { TypeSizeCard } from './parts/type-size'

/** The account, and the settings of this phone. */
export default function Me() {
  return (
    <Page title="我的" back="none">
      <AccountCards />
      <TypeSizeCard />
    </Page>
  )
}

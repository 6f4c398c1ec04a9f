import { Page } from '@/shared/ui/page'
import { TypeSizeCard } from './parts/type-size'

/** Settings of this phone and the account. */
export default function Me() {
  return (
    <Page title="我的" back="none">
      <TypeSizeCard />
    </Page>
  )
}

import { open } from '@/shared/navigation'
import { EmptyState } from '@/shared/ui/empty-state'
import { Page } from '@/shared/ui/page'

/** The account's applications. */
export default function Applications() {
  return (
    <Page title="我的申报" back="none">
      <EmptyState
        title="还没有申报"
        text="自查后点“开始申报”，您的申报和每一步进展会在这里。"
        action={{ label: '先查一查我能报几级', onPress: () => open('apply', 'question') }}
      />
    </Page>
  )
}

import { type ComponentProps } from 'react'
import { type PaperPages } from '@/shared/upload/types'
import { EmptyState } from '@/shared/ui/empty-state'
import { FailurePage } from '@/shared/ui/failure-page'
import { Page } from '@/shared/ui/page'

interface Props {
  title: string
  pages: PaperPages
  /** Where the list is known and the paper is not on it. */
  none: ComponentProps<typeof EmptyState>
}

/** In place of a paper that cannot be shown: its list is on the way, cannot be had, or does not name it. */
export const NoPaper = ({ title, pages: { view, failure, reload }, none }: Props) => {
  if (view) {
    return (
      <Page title={title}>
        <EmptyState {...none} />
      </Page>
    )
  }
  if (!failure) return <Page title={title} loading />
  return <FailurePage title={title} failure={failure} onRetry={() => void reload()} />
}

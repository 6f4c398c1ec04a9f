import { type ReactNode } from 'react'
import { failureText } from '@/shared/texts/errors'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Conflict } from './conflict'
import { type Draft, type Opened } from './use-draft'
import { FailurePage } from '@/shared/ui/failure-page'

interface Props {
  title: string
  opened: Opened
  back?: () => void
  footer?: (draft: Draft) => ReactNode
  children: (draft: Draft) => ReactNode
}

/** What stands between the typing and the server, where something does; else nothing. */
const SaveLine = ({ saved }: Pick<Opened, 'saved'>) => {
  if (saved?.state === 'kept') return <NoticeBar tone="warn" text={`还没送到服务器。${failureText(saved.failure)}`} />
  return saved?.state === 'refused' ? <NoticeBar tone="error" text={failureText(saved.failure)} /> : null
}

/** A page on one application: loading, not to be had, saved otherwise on another phone, or its content. */
export const DraftPage = ({ title, opened, back, footer, children }: Props) => {
  const { draft, local, failure, saved, reload } = opened
  const frame = back ? { title, back } : { title }
  if (draft && local?.conflict) return <Conflict title={title} id={draft.id} local={local} onChosen={reload} />
  if (draft) {
    return (
      <Page {...frame} footer={footer?.(draft)}>
        <SaveLine saved={saved} />
        {children(draft)}
      </Page>
    )
  }
  return failure ? <FailurePage {...frame} failure={failure} onRetry={reload} /> : <Page {...frame} loading />
}

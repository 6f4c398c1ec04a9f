import { open } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { returnWords } from '@/shared/texts/return-words'
import { type PaperPages, type ShownPaper } from '@/shared/upload/types'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { ConsentNotice } from '../consent-notice'
import { type PickProblem } from './use-picking'

interface Props {
  pages: PaperPages
  paper: ShownPaper
  problems: readonly (PickProblem | undefined)[]
}

const isReturned = ({ view, pages }: ShownPaper) =>
  view.returned !== undefined || pages.some(({ returned }) => returned !== undefined)

/** Why nothing here can be changed. */
const lockedText = ({ papers }: PaperPages, paper: ShownPaper) => {
  if (isReturned(paper)) return '只有标着“被退回”的那一页可以重拍，别的页不用动。'
  if (paper.pages.some(({ can }) => can.replace)) return '新拍的这一页还可以再换，别的页不用动。'
  return papers.some(isReturned)
    ? '这份材料没有被退回，不能改。只能改退回单上列出的几项。'
    : '这份材料已经交上去了，不能再改。要改，请联系单位经办人退回。'
}

const promised = {
  open: '已承诺考试前补交。备案后，在这里拍好就行。',
  sent: '已补交，等工考办审查。',
  accepted: '补交的材料已收下。',
  rejected: '补交的材料没有收下。请看原因，重新拍好，再补交一次。',
}

/** What stands above the pages: what failed, what was returned, what is promised, why it is locked. */
export const PaperNotices = ({ pages, paper, problems }: Props) => {
  const { view } = paper
  const shown = problems.filter((problem) => problem !== undefined)
  return (
    <>
      <ConsentNotice />
      {shown.map((problem) => (
        <NoticeBar key={problem.text} tone="error" text={problem.text} action={problem.action} />
      ))}
      {pages.failure && (
        <NoticeBar
          tone="warn"
          text={`下面是手机里存的，照片可以照样拍。${failureText(pages.failure)}`}
          action={{ label: '再取一次', onPress: () => void pages.reload() }}
        />
      )}
      {view.returned && (
        <NoticeBar tone="error" text={`这份材料被退回：${returnWords(view.returned)}。请换掉不合适的页。`} />
      )}
      {view.promise && (
        <NoticeBar tone={view.promise.state === 'rejected' ? 'error' : 'info'} text={promised[view.promise.state]} />
      )}
      {!view.open && <NoticeBar tone="info" text={lockedText(pages, paper)} />}
    </>
  )
}

/** The way by promise, where the paper is not yet there. */
export const PromiseInstead = ({ id, paper: { view, pages } }: { id: string; paper: ShownPaper }) =>
  view.item.promiseAllowed && view.open && !view.promise && pages.length === 0 ? (
    <Card tone="tint" title="还没备案？">
      <Button
        kind="ghost"
        label="先承诺，考试前补交"
        onPress={() => open('apply', 'promise', { id, paper: view.item.id })}
      />
    </Card>
  ) : null

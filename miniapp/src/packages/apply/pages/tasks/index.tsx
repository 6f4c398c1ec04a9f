import { type TaskId } from '@app/contract'
import { assess, gradeName, planNext } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { open, openTab } from '@/shared/navigation'
import { type PaperPages } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { ConsentNotice } from '../../parts/consent-notice'
import { answersOf } from '../../parts/draft/answers-of'
import { DraftPage } from '../../parts/draft/draft-page'
import { tasksOf } from '../../parts/draft/tasks'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

const openTask = (id: string, task: TaskId) => {
  if (task === 'certificates') open('apply', 'fact', { id, question: 'certificates' })
  else if (task === 'papers') open('apply', 'materials', { id })
  else open('apply', task, { id })
}

interface Props {
  draft: Draft
  pages: PaperPages
}

const Footer = ({ draft, pages }: Props) => {
  const next = tasksOf(draft, pages).find((task) => task.open)
  const primary = next
    ? { label: `接着填：${next.title}`, onPress: () => openTask(draft.id, next.id) }
    : { label: '核对并提交', onPress: () => open('apply', 'review', { id: draft.id }) }
  return <BottomBar primary={primary} note={next ? undefined : '都填好了，核对一遍就可以提交'} />
}

const Tasks = ({ draft, pages }: Props) => {
  const pack = usePack()
  const { id, facts, grade } = draft
  const occupation = pack.occupation(facts.targetOccupation ?? facts.occupation ?? '')?.name
  // what is open may be for the unit to say; only an incomplete verdict keeps it from going out
  const incomplete = grade && assess(pack, facts).grades[`${grade}`].verdict === 'incomplete'
  const question = incomplete ? planNext(pack, facts, grade, answersOf(facts).declined).next : undefined
  return (
    <>
      <ConsentNotice />
      {question && (
        <NoticeBar
          tone="warn"
          text={`还有一题没答，答了才能提交：${question.title}`}
          action={{ label: '去答', onPress: () => open('apply', 'fact', { id, question: question.id }) }}
        />
      )}
      <Card>
        <Row
          title={grade ? `申报${gradeName(grade)}` : '还没选申报等级'}
          caption={occupation ?? '还没选工种'}
          action="改"
          onPress={() => open('apply', 'grade', { id })}
        />
      </Card>
      <Card>
        {tasksOf(draft, pages).map((task) => (
          <Row
            key={task.id}
            title={task.title}
            caption={task.caption}
            tag={task.tag}
            onPress={() => openTask(id, task.id)}
          />
        ))}
      </Card>
      <NoticeBar tone="info" text="填一项存一项，可以随时离开，下次接着填。" />
      <Button kind="text" label="不报了，删掉这份" onPress={() => open('track', 'withdraw', { id })} />
    </>
  )
}

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺: how far each is, and what comes next. */
export default function TaskList() {
  const id = useRouter().params.id ?? ''
  const opened = useDraft(id)
  const pages = usePaperPages(id)
  return (
    <DraftPage
      title="申报表"
      opened={opened}
      back={() => openTab('applications')}
      footer={(draft) => <Footer draft={draft} pages={pages} />}
    >
      {(draft) => <Tasks draft={draft} pages={pages} />}
    </DraftPage>
  )
}

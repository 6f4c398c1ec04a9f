import { answerQuestion, presentQuestion, type QuestionId } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePack } from '@/shared/api/campaign'
import { goBack } from '@/shared/navigation'
import { asQuestionId } from '../../parts/answer-text'
import { answersOf } from '../../parts/draft/answers-of'
import { returnReason } from '../../parts/draft/return-reason'
import { DraftPage } from '../../parts/draft/draft-page'
import { type Draft, useDraft } from '../../parts/draft/use-draft'
import { FrameProvider } from '../../parts/frame'
import { QuestionBody } from '../../parts/question/question-body'
import '../question/index.scss'

const title = '核对情况'
const frame = { title, done: '就这样，存好', back: '不改了', counts: false }

const wrong = '这个回答和别的内容对不上，请再看一遍。'

/** One question of the self-check, answered for this application: what else it holds stays as far as it still fits. */
const Asked = ({ draft, id }: { draft: Draft; id: QuestionId }) => {
  const pack = usePack()
  const [problem, setProblem] = useState<string>()
  const answers = answersOf(draft.facts)
  const onAnswer = (value: unknown) => {
    const given = answerQuestion(pack, answers, id, value)
    if (!given.ok) return setProblem(given.problems[0]?.message ?? wrong)
    draft.change({ facts: given.answers.facts })
    void draft.store()
    goBack()
  }
  const question = presentQuestion(pack, answers, id)
  const note = returnReason(draft.view, `facts.${question.key}`)
  const progress = { answered: 0, remainingAtMost: 0 }
  return (
    <FrameProvider value={frame}>
      <QuestionBody asked={{ pack, answers, question, progress, problem, note, onBack: goBack, onAnswer }} />
    </FrameProvider>
  )
}

export default function Fact() {
  const { id = '', question } = useRouter().params
  const opened = useDraft(id)
  const asked = asQuestionId(question) ?? 'workStart'
  const { draft, local, saved } = opened
  // the question brings its own page, bar included
  if (draft && !local?.conflict && saved?.state !== 'refused') return <Asked draft={draft} id={asked} />
  return (
    <DraftPage title={title} opened={opened}>
      {() => null}
    </DraftPage>
  )
}

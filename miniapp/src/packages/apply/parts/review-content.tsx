import { answeredQuestions, assess, gradeName, type QuestionId } from '@app/shared-rules'
import { usePack } from '@/shared/api/campaign'
import { open } from '@/shared/navigation'
import { itemText } from '@/shared/texts/items'
import { shownNames } from '@/shared/texts/papers'
import { type PaperPages } from '@/shared/upload/types'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { answerText } from './answer-text'
import { answersOf } from './draft/answers-of'
import { experienceText, unitText } from './draft/part-text'
import { type Draft } from './draft/use-draft'
import { openPaper } from './papers/open-paper'
import { summaryOf } from './papers/paper-summary'
import { verdictTag } from './verdict/tags'

interface Props {
  draft: Draft
  pages: PaperPages
}

const missing = '没有填'

interface LineProps {
  title: string
  words: string | undefined
  /** Absent: not to be changed now. */
  onChange: (() => void) | false
}

const Line = ({ title, words, onChange }: LineProps) => (
  <Row
    title={title}
    caption={words ?? missing}
    captionTone={words === undefined || words === missing ? 'red' : 'grey'}
    {...(onChange ? { action: '改', onPress: onChange } : {})}
  />
)

const Person = ({ draft }: { draft: Draft }) => {
  const { id, form, view, mayEdit } = draft
  const basics = () => open('apply', 'basics', { id })
  return (
    <Card title="基本信息">
      <Line title="姓名" words={form.name || undefined} onChange={mayEdit('form.name') && basics} />
      <Line title="身份证号" words={form.idNumber || undefined} onChange={mayEdit('form.idNumber') && basics} />
      <Line title="手机号" words={form.phone || undefined} onChange={mayEdit('form.phone') && basics} />
      <Line
        title="工作单位"
        words={unitText(form.unit, view)}
        onChange={mayEdit('form.unit') && (() => open('apply', 'unit', { id }))}
      />
      <Line
        title="工作经历"
        words={experienceText(form)}
        onChange={mayEdit('form.workExperience') && (() => open('apply', 'experience', { id }))}
      />
      <Line
        title="承诺"
        words={form.declaration?.accepted ? '已承诺' : undefined}
        onChange={mayEdit('form.declaration') && (() => open('apply', 'declaration', { id }))}
      />
    </Card>
  )
}

const Answers = ({ draft }: { draft: Draft }) => {
  const pack = usePack()
  const { id, facts, mayEdit } = draft
  const answers = answersOf(facts)
  const changer = (question: QuestionId) =>
    mayEdit(`facts.${question.replace(/#.*$/, '')}`) && (() => open('apply', 'fact', { id, question }))
  return (
    <Card title="您的情况（自查时的回答）">
      {answeredQuestions(answers)
        .filter((question) => question !== 'unitConsent')
        .map((question) => (
          <Line
            key={question}
            title={pack.texts.questions[question].title}
            words={answerText(pack, answers, question)}
            onChange={changer(question)}
          />
        ))}
    </Card>
  )
}

const Target = ({ draft }: { draft: Draft }) => {
  const pack = usePack()
  const { id, facts, grade, mayEdit } = draft
  const occupation = pack.occupation(facts.targetOccupation ?? facts.occupation ?? '')?.name
  const verdict = grade && assess(pack, facts).grades[`${grade}`].verdict
  const change = mayEdit('grade') ? { action: '改', onPress: () => open('apply', 'grade', { id }) } : {}
  return (
    <Card>
      <Row
        title={grade ? `申报${gradeName(grade)}` : '还没选申报等级'}
        caption={occupation ?? '还没选工种'}
        tag={verdict && verdictTag(verdict)}
        {...change}
      />
    </Card>
  )
}

/** Every paper, how it stands, and the way to it. */
const Papers = ({ draft: { id }, pages: { papers } }: Props) =>
  papers.length === 0 ? null : (
    <Card title="材料">
      {papers.map((paper) => {
        const { tag, caption, tone } = summaryOf(paper)
        const { item } = paper.view
        return (
          <Row
            key={item.id}
            title={item.title}
            caption={caption}
            captionTone={tone}
            tag={tag}
            onPress={() => openPaper(id, item)}
          />
        )
      })}
    </Card>
  )

/** Why it came back, before what it looks like now. */
const Returned = ({ draft: { view }, pages: { papers } }: Props) => {
  const pack = usePack()
  if (!view.returnedFor) return null
  return (
    <Card tone="alert" title="退回时要您改的">
      {view.returnedFor.items.map(({ item, words }) => (
        <Row key={item} title={itemText(pack, item, shownNames(papers))} caption={words} />
      ))}
    </Card>
  )
}

/** Everything that goes to the unit, each line with the way to change it. */
export const ReviewContent = ({ draft, pages }: Props) => (
  <>
    <Returned draft={draft} pages={pages} />
    <Target draft={draft} />
    <Person draft={draft} />
    <Answers draft={draft} />
    <Papers draft={draft} pages={pages} />
  </>
)

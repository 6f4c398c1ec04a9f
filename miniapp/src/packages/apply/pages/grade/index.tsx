import { assess, gradeName, verdictWord } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { goBack, open } from '@/shared/navigation'
import { grades } from '@/shared/texts/grades'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { OptionList } from '@/shared/ui/option-list'
import { Row } from '@/shared/ui/row'
import { DraftPage } from '../../parts/draft/draft-page'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

const Choice = ({ draft }: { draft: Draft }) => {
  const pack = usePack()
  const { id, facts, grade } = draft
  const assessment = assess(pack, facts)
  const options = grades.map((one) => ({
    value: `${one}`,
    label: gradeName(one),
    hint: `按您的回答：${verdictWord(assessment.grades[`${one}`].verdict)}`,
  }))
  const choose = (value: string) => {
    const chosen = grades.find((one) => `${one}` === value)
    if (chosen) draft.change({ grade: chosen })
  }
  const occupation = pack.occupation(facts.targetOccupation ?? facts.occupation ?? '')?.name
  const question = facts.targetOccupation ? 'targetOccupation' : 'occupation'
  const asks = draft.mayEdit(`facts.${question}`)
  return (
    <>
      <OptionList
        label="申报等级"
        options={options}
        value={grade === undefined ? undefined : `${grade}`}
        onChange={choose}
      />
      <Card>
        <Row
          title="申报工种"
          caption={occupation ?? '没有选'}
          {...(asks ? { action: '改', onPress: () => open('apply', 'fact', { id, question }) } : {})}
        />
      </Card>
    </>
  )
}

/** The grade applied for, with what the answers say of each; and the occupation. */
export default function GradeChoice() {
  const opened = useDraft(useRouter().params.id ?? '')
  const done = (draft: Draft) => {
    void draft.store()
    goBack()
  }
  const footer = (draft: Draft) => (
    <BottomBar primary={{ label: '就报这一级', onPress: () => done(draft), disabled: !draft.grade }} />
  )
  return (
    <DraftPage title="申报等级" opened={opened} footer={footer}>
      {(draft) => <Choice draft={draft} />}
    </DraftPage>
  )
}

import { assess, type Assessment, type Grade, planNext } from '@app/shared-rules'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { usePack } from '@/shared/api/campaign'
import { open, pagePath, replace } from '@/shared/navigation'
import { answers } from '@/shared/storage/answers'
import { useStored } from '@/shared/storage/stored'
import { grades, headlineGrade } from '@/shared/texts/grades'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { AnswerCard } from '../../parts/verdict/answer-card'
import { OtherGrades } from '../../parts/verdict/other-grades'
import { ShareSheet } from '../../parts/verdict/share-sheet'
import { shareText } from '../../parts/verdict/share-text'
import { WhyCard } from '../../parts/verdict/why-card'
import { YouCan } from '../../parts/verdict/you-can'
import './index.scss'

/** The grade asked for in the address, else the one that answers the question best. */
const firstShown = (assessment: Assessment, asked: string | undefined): Grade =>
  grades.find((grade) => String(grade) === asked) ?? headlineGrade(assessment)

/** What may be done with this answer, the main thing last. */
const barFor = (assessment: Assessment, grade: Grade, onShare: () => void) => {
  const { verdict } = assessment.grades[`${grade}`]
  const share = { label: '转给单位', onPress: onShare }
  if (verdict === 'incomplete') return { primary: { label: '接着答', onPress: () => replace('apply', 'question') } }
  if (verdict === 'ineligible')
    return { primary: { label: '看我的回答', onPress: () => open('apply', 'answers') }, secondary: share }
  return { primary: { label: '准备材料', onPress: () => open('apply', 'papers', { grade }) }, secondary: share }
}

/** The answer in words, then why, then what next. The other grades are folded. */
export default function Verdict() {
  const pack = usePack()
  const { facts, declined } = useStored(answers)
  const assessment = useMemo(() => assess(pack, facts), [pack, facts])
  const [grade, setGrade] = useState(firstShown(assessment, useRouter().params.grade))
  const [sharing, setSharing] = useState(false)
  useShareAppMessage(() => ({ title: '工勤技能等级考核：先查一查您能报几级', path: pagePath('apply', 'question') }))
  const of = assessment.grades[`${grade}`]
  const unfinished = planNext(pack, facts, undefined, declined).next !== undefined
  return (
    <Page title="自查结果" footer={<BottomBar {...barFor(assessment, grade, () => setSharing(true))} />}>
      {assessment.warnings.map(({ id }) => (
        <NoticeBar key={id} tone="warn" text={pack.texts.warnings[id]} />
      ))}
      <AnswerCard pack={pack} facts={facts} assessment={assessment} grade={grade} />
      <WhyCard key={grade} pack={pack} facts={facts} assessment={of} />
      <YouCan assessment={assessment} grade={grade} onShare={() => setSharing(true)} onShow={setGrade} />
      <OtherGrades pack={pack} facts={facts} assessment={assessment} shown={grade} onShow={setGrade} />
      <Card>
        {unfinished && (
          <Row
            title="还有没答的题"
            caption="答完了，各个等级才都有结果"
            action="接着答"
            onPress={() => replace('apply', 'question')}
          />
        )}
        <Row title="我的回答" caption="改一个回答，其余的都保留" action="看" onPress={() => open('apply', 'answers')} />
      </Card>
      {sharing && <ShareSheet text={shareText(pack, facts, assessment, grade)} onClose={() => setSharing(false)} />}
    </Page>
  )
}

import { type ReviewView } from '@app/contract'
import { criterionWords, gradeName, readingWords, verdictWord } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { experienceText } from '@/packages/apply/parts/draft/part-text'
import { ownValue } from '@/packages/apply/parts/verdict/own-value'
import { verdictRows } from '@/packages/apply/parts/verdict/rows'
import { notNeeded, outcomeTag, verdictTag } from '@/packages/apply/parts/verdict/tags'
import { usePack } from '@/shared/api/campaign'
import { itemText } from '@/shared/texts/items'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { inWords } from '@/shared/ui/date-parts'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { returnable, valueText } from './return-items'

/** Who, for what, and what the contact should know before deciding. */
export const Head = ({ view }: { view: ReviewView }) => {
  const { name, grade, occupation, verdict, birthDateDiffers, phoneVerdictDiffers, unit } = view
  const what = [grade && gradeName(grade), occupation?.name].filter(Boolean).join(' · ')
  return (
    <>
      <Card>
        <Row
          title={name ?? ''}
          caption={`${what} · ${unit?.name ?? ''}`}
          tag={verdict && verdictTag(verdict.verdict)}
        />
      </Card>
      {birthDateDiffers && (
        <NoticeBar
          tone="warn"
          text={`出生日期不一致：身份证号上是 ${inWords(birthDateDiffers.idNumber)}，本人填的档案日期是 ${inWords(birthDateDiffers.file)}。请对照档案。`}
        />
      )}
      {phoneVerdictDiffers && <NoticeBar tone="info" text="提交时手机算的结果和系统的不一样，下面是系统的结果。" />}
      {unit && !unit.listed && <NoticeBar tone="warn" text="这个单位名称是本人填的，不在工考办的名单里。" />}
    </>
  )
}

/** The stored verdict: every criterion with what is needed, what the person has, and the clause. */
export const VerdictCard = ({ view: { verdict, facts } }: { view: ReviewView }) => {
  const pack = usePack()
  if (!verdict) return null
  const of = verdict.assessment.grades[`${verdict.grade}`]
  const { openReadings } = of
  return (
    <Card title={`系统按本人填的情况算：${verdictWord(verdict.verdict)}`}>
      {openReadings.map((id) => (
        <View key={id} className="desk__words">{`通知没写明：${readingWords(pack, id).question}。`}</View>
      ))}
      {verdictRows(pack, facts, of).map(({ result, notNeeded: superfluous }) => {
        const { label, needed, actual } = criterionWords(pack, result)
        const own = ownValue(facts, result.id, actual)?.replace('您', '本人')
        const tag = superfluous ? notNeeded : outcomeTag(result.outcome)
        const caption = `需要：${needed}${own === undefined ? '' : ` · ${own}`}`
        return (
          <Row key={`${result.id}${result.path ?? ''}`} title={label} caption={caption} tag={tag} muted={superfluous}>
            <ClauseLink clause={result.clause} />
          </Row>
        )
      })}
    </Card>
  )
}

/** What the person filled in; the ID number masked but for the birth date. */
export const FormCard = ({ view: { form, unit } }: { view: ReviewView }) => (
  <Card title="申报表">
    <Row title="身份证号" caption={form.idNumber ?? '没有填'} />
    <Row title="手机号" caption={form.phone ?? '没有填'} />
    <Row title="工作单位" caption={unit?.name ?? '没有填'} />
    <Row title="工作经历" caption={experienceText(form)} />
  </Card>
)

/** The answers that the verdict rests on: to be held beside the personnel file. */
export const FactsCard = ({ view }: { view: ReviewView }) => {
  const pack = usePack()
  return (
    <Card title="本人填的情况（请对照档案）">
      {returnable(view, 'facts').map((item) => (
        <Row key={item} title={itemText(pack, item)} caption={valueText(pack, view, item)} />
      ))}
    </Card>
  )
}

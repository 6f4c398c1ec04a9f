import { type ReviewView } from '@app/contract'
import { gradeName } from '@app/shared-rules'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useLoaded } from '@/shared/api/use-loaded'
import { open } from '@/shared/navigation'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { ClauseLink } from '@/shared/ui/clause-link'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { TextField } from '@/shared/ui/text-field'
import { useBusy } from '@/shared/ui/use-busy'
import { useDecision } from '../../parts/decide'
import { useUndo } from '../../parts/use-undo'

const title = '审核通过'

/** Back to the list, past the person who is done. */
const toList = () => {
  const desk = Taro.getCurrentPages().length > 2
  if (desk) void Taro.navigateBack({ delta: 2 })
  else open('unit-desk', 'list')
}

/** Whether the grade asks the unit to attest skill (二(三)2). */
const asksSkill = ({ verdict }: ReviewView) =>
  verdict?.assessment.grades[`${verdict.grade}`].criteria.some(({ id }) => id.includes('skill')) === true

const useApproval = (view: ReviewView) => {
  const [opinion, setOpinion] = useState('同意申报')
  const [skill, setSkill] = useState(view.facts.highSkillAttested === true)
  const { problem, over, decide } = useDecision(view)
  const { busy, run } = useBusy()
  const send = () =>
    void run(async () => {
      const attested = asksSkill(view) ? { skillAttested: skill } : {}
      if (await decide({ step: 'approval', body: { opinion: opinion.trim(), ...attested } })) toList()
    })
  return { opinion, setOpinion, skill, setSkill, problem, over, busy, send }
}

const Approval = ({ view }: { view: ReviewView }) => {
  const { opinion, setOpinion, skill, setSkill, problem, over, busy, send } = useApproval(view)
  const { left, begin, undo, now } = useUndo(send)
  const footer =
    left === undefined ? (
      <BottomBar
        primary={
          over
            ? { label: '回名单', onPress: toList }
            : { label: '确认通过', onPress: begin, busy, busyLabel: '正在送出…' }
        }
      />
    ) : (
      <BottomBar
        primary={{ label: '马上送出', onPress: now }}
        secondary={{ label: '撤销', onPress: undo }}
        note={`已通过，${left} 秒后送出，现在还可以撤销`}
      />
    )
  return (
    <Page title={title} footer={footer}>
      {problem && <NoticeBar tone="error" text={problem} />}
      <Card>
        <Row title={view.name ?? ''} caption={view.grade ? `申报${gradeName(view.grade)}` : ''} />
      </Card>
      <Card>
        <TextField id="opinion" label="单位意见" maxlength={140} value={opinion} onChange={setOpinion} />
        {asksSkill(view) && (
          <>
            <CheckLine label="单位证明：工作业绩突出，技艺较高" checked={skill} onChange={setSkill} />
            <ClauseLink clause="二(三)2" prefix="依据 " />
          </>
        )}
      </Card>
      <NoticeBar tone="info" text="通过表示单位同意申报，并已核对档案。接着送主管部门或工考办审查。" />
    </Page>
  )
}

/** 单位同意: the opinion, what the unit attests, and ten seconds to take it back. */
export default function ApprovePage() {
  const id = useRouter().params.id ?? ''
  const { body, failure, reload } = useLoaded<ReviewView>(`/unit-desk/applications/${id}`)
  if (body) return <Approval view={body} />
  return failure ? <FailurePage title={title} failure={failure} onRetry={reload} /> : <Page title={title} loading />
}

import { type Verdict, verdictWord } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { type Failure } from '@/shared/api/failure'
import { usePack } from '@/shared/api/campaign'
import { open, replace } from '@/shared/navigation'
import { failureText, submissionText } from '@/shared/texts/errors'
import { itemText } from '@/shared/texts/items'
import { shownNames } from '@/shared/texts/papers'
import { type ShownPaper } from '@/shared/upload/types'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { verdictTag } from './verdict/tags'

const verdicts: readonly Verdict[] = ['eligible', 'ineligible', 'confirm', 'manual', 'incomplete']
const asVerdict = (raw: unknown) => verdicts.find((one) => one === raw)

interface Props {
  id: string
  failure: Failure
  /** Papers are named as their list names them. */
  papers: readonly ShownPaper[]
  /** Goes on with the server's verdict. */
  onAccept: (verdict: Verdict) => void
}

/** The server's verdict beside the phone's; nothing is lost, and one may go on. */
const Differs = ({ failure, onAccept }: Pick<Props, 'failure' | 'onAccept'>) => {
  const [phone, server] = [asVerdict(failure.facts.phone), asVerdict(failure.facts.server)]
  return (
    <Card tone="alert" title="两边算的结果不一样">
      <View>{failureText(failure)}</View>
      {phone && <Row title="手机上算的" caption={verdictWord(phone)} tag={verdictTag(phone)} />}
      {server && <Row title="审核系统算的" caption={verdictWord(server)} tag={verdictTag(server)} />}
      {server && <Button kind="ghost" label="按审核系统的结果提交" onPress={() => onAccept(server)} />}
    </Card>
  )
}

const texts = (raw: unknown): string[] => (Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : [])

/** Paths of the fields that a refusal names. */
const named = ({ missing, items, problems }: Failure['facts']): string[] => {
  const fields: unknown[] = Array.isArray(problems) ? problems : []
  const ofProblems = fields.map((one) => (typeof one === 'object' && one !== null && 'field' in one ? one.field : ''))
  return [...texts(missing), ...texts(items), ...texts(ofProblems)].filter(Boolean)
}

/** Why it was not taken, what that concerns, and the way on. */
export const SubmitProblem = ({ id, failure, papers, onAccept }: Props) => {
  const pack = usePack()
  if (failure.code === 'verdict-differs') return <Differs failure={failure} onAccept={onAccept} />
  const other = failure.facts.applicationId
  const names = shownNames(papers)
  const actions = {
    'live-application-exists': {
      label: '打开那一份',
      onPress: () => typeof other === 'string' && replace('track', 'status', { id: other }),
    },
    'grade-not-eligible': { label: '改报别的等级', onPress: () => open('apply', 'grade', { id }) },
    'id-number-invalid': { label: '去改身份证号', onPress: () => open('apply', 'basics', { id }) },
  }
  const action = Object.entries(actions).find(([code]) => code === failure.code)?.[1]
  const fields = [...new Set(named(failure.facts).map((path) => itemText(pack, withArea(path), names)))]
  const text = `${submissionText(failure)}${fields.length > 0 ? `（${fields.join('、')}）` : ''}`
  return <NoticeBar tone="error" text={text} action={action} />
}

/** Problems of facts name them without their area. */
const withArea = (path: string) => (/^(form|facts|papers|pages|grade)\b/.test(path) ? path : `facts.${path}`)

import { type ContactPace } from '@app/contract'
import { type Failure } from '@/shared/api/failure'
import { failureText } from '@/shared/texts/errors'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { type Option, OptionList } from '@/shared/ui/option-list'

const paces: readonly Option<ContactPace>[] = [
  { value: 'at-once', label: '来一个，告诉我一个', hint: '有人等您审核，马上提醒' },
  { value: 'daily', label: '每天早上一张名单', hint: '谁在等您、最晚哪天，一次说完' },
]

interface Props {
  pace: ContactPace
  problem: Failure | undefined
  onChange: (pace: ContactPace) => void
}

/** For contacts, who may have forty people. */
export const PaceCard = ({ pace, problem, onChange }: Props) => (
  <Card title="您是经办人：多久提醒一次">
    {problem && <NoticeBar tone="error" text={failureText(problem)} />}
    <OptionList label="多久提醒一次" options={paces} value={pace} onChange={onChange} />
  </Card>
)

import { type ContactPace } from '@app/contract'
import { Card } from '@/shared/ui/card'
import { type Option, OptionList } from '@/shared/ui/option-list'

const paces: readonly Option<ContactPace>[] = [
  { value: 'at-once', label: '来一个，告诉我一个', hint: '有人等您审核，马上提醒' },
  { value: 'daily', label: '每天早上一张名单', hint: '谁在等您、最晚哪天，一次说完' },
]

interface Props {
  pace: ContactPace
  onChange: (pace: ContactPace) => void
}

/** For contacts, who may have forty people. */
export const PaceCard = ({ pace, onChange }: Props) => (
  <Card title="您是经办人：多久提醒一次">
    <OptionList label="多久提醒一次" options={paces} value={pace} onChange={onChange} />
  </Card>
)

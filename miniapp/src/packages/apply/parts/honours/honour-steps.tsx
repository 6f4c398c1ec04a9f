import { type Pack } from '@app/shared-rules'
import { DateWheel } from '@/shared/ui/date-wheel'
import { type Option, OptionList } from '@/shared/ui/option-list'
import {
  giverOptions,
  honourKindOptions,
  levelOptions,
  patentOptions,
  prizeOptions,
  rankOptions,
  rankOrNoneOptions,
  yesNo,
} from '../../texts/choices'
import { type ItemStep } from '../item-steps'
import { type HonourDraft } from './honour-draft'

type Set = (part: Partial<HonourDraft>) => void

const choice = <V extends string>(
  title: string,
  options: readonly Option<V>[],
  value: V | undefined,
  onChange: (value: V) => void,
  hint?: string,
): ItemStep => ({
  title,
  ...(hint ? { hint } : {}),
  body: <OptionList label={title} options={options} value={value} onChange={onChange} />,
  ready: value !== undefined,
})

const dateStep = (draft: HonourDraft, set: Set, pack: Pack): ItemStep => ({
  title: draft.kind === 'patent' ? '哪年哪月授权的？' : '证书或文件是哪年哪月的？',
  body: (
    <DateWheel
      label={draft.kind === 'patent' ? '授权时间' : '颁发时间'}
      value={draft.on}
      onChange={(on) => set({ on })}
      precision="month"
      min="1980-01-01"
      max={pack.schedule.registrationClosesOn}
    />
  ),
  ready: true,
})

const competitionSteps = (draft: HonourDraft, set: Set): ItemStep[] => [
  choice('是个人项目吗？', yesNo, draft.individual, (individual) => set({ individual }), '团体项目请选“不是”。'),
  choice('得了几等奖？', prizeOptions, draft.prize, (prize) => set({ prize })),
  ...(draft.prize === 'none' ? [choice('得了第几名？', rankOrNoneOptions, draft.rank, (rank) => set({ rank }))] : []),
]

const patentSteps = (draft: HonourDraft, set: Set): ItemStep[] => {
  const rank = draft.rank === 'none' ? undefined : draft.rank
  return [
    choice('是哪种专利？', patentOptions, draft.type, (type) => set({ type })),
    choice('和您的工种相关吗？', yesNo, draft.ownOccupation, (ownOccupation) => set({ ownOccupation })),
    choice('您排第几？', rankOptions, rank, (to) => set({ rank: to }), '看专利证书上发明人的顺序。'),
  ]
}

/** The questions about one honour; which come depends on its kind. */
export const honourSteps = (draft: HonourDraft, set: Set, pack: Pack): ItemStep[] => {
  const kind = choice('是哪一种？', honourKindOptions(pack), draft.kind, (to) => set({ kind: to }))
  const level = choice('是哪一级的？', levelOptions(pack), draft.level, (to) => set({ level: to }))
  const date = dateStep(draft, set, pack)
  switch (draft.kind) {
    case undefined:
    case 'unique-skill':
      return [kind]
    case 'commendation':
      return [kind, choice('是谁表彰的？', giverOptions, draft.by, (by) => set({ by })), level, date]
    case 'competition':
      return [kind, level, ...competitionSteps(draft, set), date]
    case 'patent':
      return [kind, ...patentSteps(draft, set), date]
    case 'innovation': {
      const main = choice('您是主要完成者吗？', yesNo, draft.mainContributor, (to) => set({ mainContributor: to }))
      return [kind, level, main, date]
    }
    case 'may-day-medal':
    case 'technical-expert':
    case 'model-worker':
      return [kind, level, date]
  }
}

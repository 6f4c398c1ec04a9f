import { type Honour, type Pack } from '@app/shared-rules'
import { inWords } from '@/shared/ui/date-parts'

const dateOf = (honour: Honour) => (honour.kind === 'patent' ? honour.grantedOn : honour.awardedOn)

/** 省辖市（厅）级 · 三等奖 · 2022年6月 */
export const honourText = (pack: Pack, honour: Honour) => {
  const { level, honour: kinds } = pack.texts.options
  const date = dateOf(honour)
  const details = [
    'level' in honour ? level[honour.level] : '',
    honour.kind === 'competition' && !honour.individual ? '团体' : '',
    honour.kind === 'competition' && honour.prize ? `${['一', '二', '三'][honour.prize - 1]}等奖` : '',
    'rank' in honour && honour.rank ? `第 ${honour.rank} 名` : '',
    date ? inWords(date) : '',
  ]
  return { title: kinds[honour.kind], caption: details.filter(Boolean).join(' · ') }
}

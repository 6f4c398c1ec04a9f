import { Text, View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { type ShownPage } from '@/shared/upload/types'
import { pageTag, pageText } from '@/shared/texts/pages'
import { returnWords } from '@/shared/texts/return-words'
import { Button } from '@/shared/ui/button'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { PercentBar } from '@/shared/ui/percent-bar'
import { Picture } from '@/shared/ui/picture'
import { Tag } from '@/shared/ui/tag'
import { pressable } from '@/shared/device/press'

export interface PageActions {
  look: () => void
  retake: () => void
  rotate: () => void
  remove: () => void
  retry: () => void
  /** -1: one place forward, 1: one back. */
  move: (by: -1 | 1) => void
  /** A link is over. */
  gone: () => void
}

interface Props {
  page: ShownPage
  /** From 1. */
  number: number
  /** How many pages the paper has. */
  of: number
  pageNumber: (id: string) => number | undefined
  actions: PageActions
}

const tones: Partial<Record<ShownPage['state']['kind'], string>> = {
  refused: 'red',
  gone: 'red',
  hint: 'amber',
  retry: 'amber',
}

const Thumbnail = ({ page, name, actions }: { page: ShownPage; name: string; actions: PageActions }) =>
  page.picture === undefined ? (
    <View className="page-card__blank">{page.pdf ? 'PDF' : page.state.kind === 'checking' ? '检查中' : '没有图'}</View>
  ) : (
    <View className="page-card__look" {...aria('button', { label: `${name}，看大图` })} {...pressable(actions.look)}>
      <Picture src={page.picture} turns={page.turns} onGone={actions.gone} />
      <Text className="page-card__link">看大图</Text>
    </View>
  )

interface Offered {
  label: string
  act: () => void
  danger?: true
}

const offered = ({ page: { can }, number, of, actions }: Props): Offered[] => [
  ...(can.retry ? [{ label: '现在就传', act: actions.retry }] : []),
  ...(can.replace ? [{ label: '重拍', act: actions.retake }] : []),
  ...(can.rotate ? [{ label: '旋转', act: actions.rotate }] : []),
  ...(can.move && number > 1 ? [{ label: '前移', act: () => actions.move(-1) }] : []),
  ...(can.move && number < of ? [{ label: '后移', act: () => actions.move(1) }] : []),
  ...(can.remove ? [{ label: '删除', act: actions.remove, danger: true as const }] : []),
]

/** Two or three in a row, so that none stands alone as wide as a page. */
const Buttons = ({ name, buttons }: { name: string; buttons: readonly Offered[] }) => (
  <View className={`page-card__buttons${buttons.length % 3 === 1 ? ' page-card__buttons--pairs' : ''}`}>
    {buttons.map(({ label, act, danger }) => (
      <Button key={label} kind={danger ? 'danger' : 'ghost'} label={label} spoken={`${name}，${label}`} onPress={act} />
    ))}
  </View>
)

const Line = ({ tone, children }: { tone: string; children: ReactNode }) => (
  <View className={`row__caption row__caption--${tone}`}>{children}</View>
)

/** One page: what it is, how it stands, what to do with it. */
export const PageCard = (props: Props) => {
  const { page, number, pageNumber, actions } = props
  const { state, returned, replacing, unsafe } = page
  const name = `第 ${number} 页`
  // nobody is told to take again what is locked
  const text = state.kind === 'hint' && !page.can.replace ? undefined : pageText(state, pageNumber)
  return (
    <Card tone={returned && !replacing ? 'alert' : 'plain'}>
      <View className="page-card" {...aria('group', { label: name })}>
        <Thumbnail page={page} name={name} actions={actions} />
        <View className="page-card__words">
          <View className="page-card__head">
            <View className="row__title">{name}</View>
            <Tag {...(returned && !replacing ? { tone: 'no', word: '被退回' } : pageTag(state))} />
          </View>
          {returned && !replacing && <Line tone="red">{`要改：${returnWords(returned)}`}</Line>}
          {text && <Line tone={tones[state.kind] ?? 'grey'}>{text}</Line>}
          {state.kind === 'sending' && <PercentBar percent={state.percent} />}
          {unsafe && <Line tone="amber">手机存储满了，传完前请不要关掉微信。</Line>}
        </View>
      </View>
      <Buttons name={name} buttons={offered(props)} />
    </Card>
  )
}

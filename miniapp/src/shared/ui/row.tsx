import { View, Text } from '@tarojs/components'
import { type ReactNode } from 'react'
import { pressable } from '../device/press'
import { aria, decoration } from './aria'
import { Tag, type TagProps } from './tag'

interface Props {
  title: string
  caption?: string | undefined
  captionTone?: 'grey' | 'amber' | 'red'
  tag?: TagProps | undefined
  /** Word of what a tap does (“去自查”); shown with a chevron. */
  action?: string | undefined
  onPress?: (() => void) | undefined
  /** Does not count here: shown grey. */
  muted?: boolean
  /** A small picture before the words. */
  before?: ReactNode
  /** More below the caption: a clause link, a second control. Not part of the tap. */
  children?: ReactNode
}

export const Row = (props: Props) => {
  const { title, caption, captionTone = 'grey', tag, action, onPress, muted = false, before, children } = props
  const said = [title, caption, tag?.word, action].filter(Boolean).join('，').replace(/\n/g, '，')
  const press = onPress ? { ...aria('button', { label: said }), ...pressable(onPress) } : {}
  return (
    <View className={`row${muted ? ' row--muted' : ''}`}>
      <View className={`row__line${onPress ? ' row__line--press' : ''}`} {...press}>
        {before}
        <View className="row__words">
          <View className="row__title">{title}</View>
          {caption && <View className={`row__caption row__caption--${captionTone}`}>{caption}</View>}
        </View>
        {tag && <Tag {...tag} />}
        {action && (
          <View className="row__action">
            <Text>{action}</Text>
            <Text {...decoration}>›</Text>
          </View>
        )}
      </View>
      {children}
    </View>
  )
}

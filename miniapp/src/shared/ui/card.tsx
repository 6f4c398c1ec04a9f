import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { aria } from './aria'

interface Props {
  children: ReactNode
  title?: string
  /** next: the one thing to do; tint: an explanation; alert: something to mend. */
  tone?: 'plain' | 'next' | 'tint' | 'alert'
}

export const Card = ({ children, title, tone = 'plain' }: Props) => (
  <View className={`card card--${tone}`} {...aria('region', { label: title })}>
    {title && (
      <View className="card__title" role="heading" aria-level={2}>
        {title}
      </View>
    )}
    {children}
  </View>
)

import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { aria, decoration } from './aria'

interface Props {
  title: string
  children: ReactNode
  onClose: () => void
}

/** A few words and buttons over the page. */
export const Sheet = ({ title, children, onClose }: Props) => (
  <View className="sheet" {...aria('dialog', { label: title, modal: true })}>
    <View className="sheet__veil" {...decoration} onClick={onClose} catchMove />
    <View className="sheet__body">
      <View className="sheet__title" role="heading" aria-level={2}>
        {title}
      </View>
      {children}
    </View>
  </View>
)

import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { copy } from '@/shared/device/copy'
import { ShareButton } from '@/shared/device/share-button'
import { aria, decoration } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'

/** What goes to the unit contact, to be read before it is sent. */
export const ShareSheet = ({ text, onClose }: { text: string; onClose: () => void }) => {
  const [copied, setCopied] = useState<boolean>()
  return (
    <View className="sheet" {...aria('dialog', { label: '转给单位经办人', modal: true })}>
      <View className="sheet__veil" {...decoration} onClick={onClose} catchMove />
      <View className="sheet__body">
        <View className="sheet__title" role="heading" aria-level={2}>
          转给单位经办人
        </View>
        <ScrollView scrollY className="sheet__scroll">
          <View className="sheet__text">{text}</View>
        </ScrollView>
        {copied !== undefined && (
          <View className="verdict__copied" {...aria('status', { live: 'polite' })}>
            {copied ? '√ 已复制。打开微信，粘贴发给单位经办人。' : '手机没让复制。请长按上面的文字，自己选中复制。'}
          </View>
        )}
        <View className="verdict__send">
          <ShareButton label="用微信转发" />
          <Button label="复制这段文字" onPress={() => void copy(text).then(setCopied)} />
          <Button kind="ghost" label="关闭" onPress={onClose} />
        </View>
      </View>
    </View>
  )
}

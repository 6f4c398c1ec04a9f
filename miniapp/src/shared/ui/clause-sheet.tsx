import { ScrollView, View } from '@tarojs/components'
import { findClause } from '@app/shared-rules'
import { usePack } from '../api/campaign'
import { aria, decoration } from './aria'
import { Button } from './button'

/** The words of a clause in full, over the page. */
export const ClauseSheet = ({ clause, onClose }: { clause: string; onClose: () => void }) => {
  const { heading, text } = findClause(usePack(), clause) ?? { heading: clause, text: '这一条请看通知全文。' }
  return (
    <View className="sheet" {...aria('dialog', { label: heading, modal: true })}>
      <View className="sheet__veil" {...decoration} onClick={onClose} catchMove />
      <View className="sheet__body">
        <View className="sheet__title" role="heading" aria-level={2}>
          {heading}
        </View>
        <ScrollView scrollY className="sheet__scroll">
          <View className="sheet__text">{text}</View>
        </ScrollView>
        <Button label="看完了，回去" onPress={onClose} />
      </View>
    </View>
  )
}

import { ScrollView, View } from '@tarojs/components'
import { findClause } from '@app/shared-rules'
import { usePack } from '../api/campaign'
import { Button } from './button'
import { Sheet } from './sheet'

/** The words of a clause in full, over the page. */
export const ClauseSheet = ({ clause, onClose }: { clause: string; onClose: () => void }) => {
  const { heading, text } = findClause(usePack(), clause) ?? { heading: clause, text: '这一条请看通知全文。' }
  return (
    <Sheet title={heading} onClose={onClose}>
      <ScrollView scrollY className="sheet__scroll">
        <View className="sheet__text">{text}</View>
      </ScrollView>
      <Button label="看完了，回去" onPress={onClose} />
    </Sheet>
  )
}

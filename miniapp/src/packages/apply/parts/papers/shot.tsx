import { View } from '@tarojs/components'
import { type ShownPage } from '@/shared/upload/types'
import { pageTag, pageText } from '@/shared/texts/pages'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Picture } from '@/shared/ui/picture'
import { Tag } from '@/shared/ui/tag'

interface Props {
  page: ShownPage
  number: number
  pageNumber: (id: string) => number | undefined
  onRetake: () => void
  onRotate: () => void
  onUse: () => void
}

/** Just taken: the page large, with what is found so far. It is on its way already; nothing waits for the person. */
export const Shot = ({ page, number, pageNumber, onRetake, onRotate, onUse }: Props) => {
  const { large, picture, turns, state, can } = page
  const src = large ?? picture
  const wrong = state.kind === 'hint' || state.kind === 'refused'
  const words = wrong ? pageText(state, pageNumber) : '字看得清吗？是正的吗？歪了就点“旋转”。'
  return (
    <View className="shot" {...aria('dialog', { label: `第 ${number} 页，刚拍的`, modal: true })}>
      <View className="shot__head">
        <View role="heading" aria-level={2}>{`第 ${number} 页`}</View>
        <Tag {...pageTag(state)} />
      </View>
      {src && <Picture src={src} turns={turns} size="large" label={`刚拍的第 ${number} 页`} />}
      <View className={`shot__words${wrong ? ' shot__words--wrong' : ''}`} {...aria('status', { live: 'polite' })}>
        {words}
      </View>
      <View className="shot__buttons">
        <Button kind="ghost" label="重拍" disabled={!can.replace} onPress={onRetake} />
        <Button kind="ghost" label="旋转" disabled={!can.rotate} onPress={onRotate} />
        <Button label="用这张" onPress={onUse} />
      </View>
    </View>
  )
}

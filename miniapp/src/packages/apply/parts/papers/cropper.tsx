import { Image, View } from '@tarojs/components'
import { useRef } from 'react'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { boxOf } from './box-of'
import { type Framed, moved, placed, zoomed } from './crop'

interface Props {
  src: string
  now: Framed
  onChange: (next: Framed) => void
}

interface Touch {
  x: number
  y: number
}

/** Where the first finger is. Taro's types of the event name no touches. */
const pointOf = (event: object): Touch | undefined => {
  const touches: unknown = 'touches' in event ? event.touches : undefined
  const list: unknown[] = typeof touches === 'object' && touches !== null ? Array.from(Object.values(touches)) : []
  const touch = list.find((one) => typeof one === 'object' && one !== null && 'pageX' in one && 'pageY' in one)
  if (typeof touch !== 'object' || touch === null || !('pageX' in touch) || !('pageY' in touch)) return undefined
  return { x: Number(touch.pageX), y: Number(touch.pageY) }
}

const frameId = 'crop-frame'
const step = 0.06

/** Follows one finger; the buttons do the same without it. */
const useDrag = (now: Framed, onChange: Props['onChange']) => {
  const last = useRef<Touch>()
  const box = useRef<{ width: number; height: number }>()
  const start = (event: object) => {
    last.current = pointOf(event)
    void boxOf(frameId).then((found) => (box.current = found))
  }
  const move = (event: object) => {
    const [from, to, size] = [last.current, pointOf(event), box.current]
    last.current = to
    if (!from || !to || !size) return
    onChange(moved(now, (to.x - from.x) / size.width, (to.y - from.y) / size.height))
  }
  return { start, move }
}

/** The picture behind a frame of the office's proportions: moved and brought nearer until the head is right. */
export const Cropper = ({ src, now, onChange }: Props) => {
  const { start, move } = useDrag(now, onChange)
  const go = (right: number, down: number) => () => onChange(moved(now, right, down))
  return (
    <View>
      <View className="crop" {...aria('img', { label: '证件照的范围：头和肩膀放在框里' })}>
        <View className="crop__frame" id={frameId} catchMove onTouchStart={start} onTouchMove={move}>
          <View style={{ paddingTop: `${Math.round(10_000 / now.ratio) / 100}%` }} />
          <Image className="crop__picture" src={src} style={placed(now)} mode="scaleToFill" />
          <View className="crop__head" />
        </View>
      </View>
      <View className="caption crop__hint">用手指拖，或点下面的按钮，让头和肩膀都在框里，头顶留一点空。</View>
      <View className="crop__buttons">
        <Button kind="ghost" label="放大" onPress={() => onChange(zoomed(now, 1.15))} />
        <Button kind="ghost" label="缩小" onPress={() => onChange(zoomed(now, 1 / 1.15))} />
        <Button kind="ghost" label="往左" onPress={go(-step, 0)} />
        <Button kind="ghost" label="往右" onPress={go(step, 0)} />
        <Button kind="ghost" label="往上" onPress={go(0, -step)} />
        <Button kind="ghost" label="往下" onPress={go(0, step)} />
      </View>
    </View>
  )
}

import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from './aria'
import { Button } from './button'
import { Picture } from './picture'

export interface ViewedPage {
  key: string
  /** 身份证，第 1 页. */
  title: string
  src: string
  turns?: 0 | 1 | 2 | 3
}

interface Props {
  pages: readonly ViewedPage[]
  /** Key of the one to begin with. */
  first: string
  onClose: () => void
  onGone?: () => void
}

const zooms = [1, 2, 3]

/** Turning here is for looking only: nothing is changed. */
const useView = (pages: readonly ViewedPage[], first: string) => {
  const [at, setAt] = useState(
    Math.max(
      0,
      pages.findIndex(({ key }) => key === first),
    ),
  )
  const [zoom, setZoom] = useState(0)
  const [turned, setTurned] = useState(0)
  const go = (to: number) => {
    setAt(to)
    setZoom(0)
    setTurned(0)
  }
  return { at: Math.min(at, pages.length - 1), zoom, setZoom, turned, turn: () => setTurned((turned + 1) % 4), go }
}

const quarter = (turns: number): 0 | 1 | 2 | 3 => ([0, 1, 2, 3] as const)[turns % 4] ?? 0

/** Pages of papers over the whole screen: nearer, turned, the next one; by buttons, no pinching needed. */
export const PageViewer = ({ pages, first, onClose, onGone }: Props) => {
  const { at, zoom, setZoom, turned, turn, go } = useView(pages, first)
  const page = pages[at]
  if (!page) return null
  const { title, src, turns = 0 } = page
  return (
    <View className="viewer" {...aria('dialog', { label: title, modal: true })}>
      <View className="viewer__title" role="heading" aria-level={2}>
        {title}
      </View>
      <ScrollView scrollX scrollY className="viewer__scroll" style={{ '--zoom': String(zooms[zoom]) }}>
        <Picture
          key={`${page.key}${src}`}
          src={src}
          turns={quarter(turns + turned)}
          label={title}
          size="zoom"
          {...(onGone ? { onGone } : {})}
        />
      </ScrollView>
      <View className="viewer__buttons">
        <Button kind="ghost" label="缩小" disabled={zoom === 0} onPress={() => setZoom(zoom - 1)} />
        <Button kind="ghost" label="放大" disabled={zoom === zooms.length - 1} onPress={() => setZoom(zoom + 1)} />
        <Button kind="ghost" label="转着看" onPress={turn} />
        {pages.length > 1 && (
          <>
            <Button kind="ghost" label="上一张" disabled={at === 0} onPress={() => go(at - 1)} />
            <Button kind="ghost" label="下一张" disabled={at === pages.length - 1} onPress={() => go(at + 1)} />
          </>
        )}
        <Button label="看完了" onPress={onClose} />
      </View>
    </View>
  )
}

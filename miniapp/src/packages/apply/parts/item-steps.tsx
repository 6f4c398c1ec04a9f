import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Page } from '@/shared/ui/page'
import { useScrollTop } from '@/shared/ui/use-scroll-top'
import { useFrame } from './frame'

export interface ItemStep {
  title: string
  hint?: string
  body: ReactNode
  /** Enough is given to go on. */
  ready: boolean
}

interface Props {
  /** What is being added: 第 1 本证书. */
  label: string
  /** May grow and shrink with what is given, never before the step shown. */
  steps: readonly ItemStep[]
  saveLabel: string
  onSave: () => void
  onCancel: () => void
}

/** One certificate or honour, asked bit by bit: one thing on a screen, back without loss. */
export const ItemSteps = ({ label, steps, saveLabel, onSave, onCancel }: Props) => {
  const { title } = useFrame()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, steps.length - 1)
  const step = steps[at]
  useScrollTop(String(at))
  const last = at === steps.length - 1
  const back = () => (at === 0 ? onCancel() : setAt(at - 1))
  const forward = () => (last ? onSave() : setAt(at + 1))
  if (!step) return null
  const primary = { label: last && step.ready ? saveLabel : '下一步', onPress: forward, disabled: !step.ready }
  const footer = <BottomBar primary={primary} secondary={{ label: at === 0 ? '取消' : '上一步', onPress: back }} />
  return (
    <Page title={title} back={back} footer={footer}>
      <View className="caption">
        {steps.length === 1 ? label : `${label} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      </View>
      <View className="heading question__title" role="heading" aria-level={2}>
        {step.title}
      </View>
      {step.hint && <View className="caption question__hint">{step.hint}</View>}
      {step.body}
    </Page>
  )
}

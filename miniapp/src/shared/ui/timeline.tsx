import { View } from '@tarojs/components'
import { aria, decoration } from './aria'

export interface TimelineStep {
  key: string
  title: string
  /** When and who: “3月23日（周四）15:20 · 市工考办”. */
  caption: string
  meaning?: string | undefined
  tone?: 'done' | 'now' | 'alert' | 'ahead'
}

/** Steps, newest first, as they are given. */
export const Timeline = ({ label, steps }: { label: string; steps: readonly TimelineStep[] }) => (
  <View className="timeline" {...aria('list', { label })}>
    {steps.map((step) => (
      <View key={step.key} className="timeline__step" {...aria('listitem')}>
        <View className={`timeline__dot timeline__dot--${step.tone ?? 'done'}`} {...decoration} />
        <View className="timeline__words">
          <View className="timeline__title">{step.title}</View>
          <View className="timeline__caption">{step.caption}</View>
          {step.meaning && <View className="timeline__meaning">{step.meaning}</View>}
        </View>
      </View>
    ))}
  </View>
)

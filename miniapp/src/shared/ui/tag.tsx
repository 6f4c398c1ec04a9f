import { View, Text } from '@tarojs/components'
import { decoration } from './aria'

export type TagTone = 'ok' | 'no' | 'ask' | 'info' | 'mut'

export interface TagProps {
  tone: TagTone
  word: string
  /** Stands beside the word, so that colour is never alone. Default: the tone's own. */
  sign?: string
}

const signs: Record<TagTone, string> = { ok: '√', no: '×', ask: '？', info: '○', mut: '—' }

export const Tag = ({ tone, word, sign = signs[tone] }: TagProps) => (
  <View className={`tag tag--${tone}`}>
    <Text className="tag__sign" {...decoration}>
      {sign}
    </Text>
    <Text>{word}</Text>
  </View>
)

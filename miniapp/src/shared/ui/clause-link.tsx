import { View, Text } from '@tarojs/components'
import { pressable } from '../device/press'
import { aria, decoration } from './aria'
import { useOpenClause } from './clause-host'

/** “二(二)4 ›”: opens the clause in full. A row may name two clauses, “二(二)4、二(八)”: the link shows both, the first opens. */
export const ClauseLink = ({ clause, prefix = '' }: { clause: string; prefix?: string }) => {
  const open = useOpenClause()
  return (
    <View className="clause-link" {...aria('button', { label: `看条文 ${clause}` })} {...pressable(() => open(clause))}>
      <Text>{`${prefix}${clause}`}</Text>
      <Text {...decoration}>›</Text>
    </View>
  )
}

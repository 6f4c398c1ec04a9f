import { View } from '@tarojs/components'

/** 用途 …… 等级考核费: what, and below it the words in full. */
export const Line = ({ label, value }: { label: string; value: string }) => (
  <View className="pay__line">
    <View className="caption">{label}</View>
    <View className="pay__value">{value}</View>
  </View>
)

import { View } from '@tarojs/components'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { useNextStep } from './use-next-step'

/** The one card that answers “我下一步做什么，到什么时候”. */
export const NextStep = ({ day }: { day: string | undefined }) => {
  const { title, text, urgent, action } = useNextStep(day)
  return (
    <Card tone="next">
      <View className="caption">您的下一步</View>
      <View className="heading" role="heading" aria-level={2}>
        {title}
      </View>
      {text && <View className={urgent ? 'next-step__text next-step__text--urgent' : 'next-step__text'}>{text}</View>}
      <Button label={action.label} onPress={action.onPress} />
    </Card>
  )
}

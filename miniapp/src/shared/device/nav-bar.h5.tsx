import { View, Text } from '@tarojs/components'
import { pressable } from './press'

interface Props {
  title: string
  onBack?: () => void
}

/** The bar that WeChat draws by itself: back and the page's name. */
export const NavBar = ({ title, onBack }: Props) => (
  <View className="nav" role="banner">
    {onBack && (
      <View className="nav__back" role="button" aria-label="返回" {...pressable(onBack)}>
        <Text className="nav__chevron" aria-hidden="true">
          ‹
        </Text>
      </View>
    )}
    <View className="nav__title" role="heading" aria-level={1}>
      {title}
    </View>
  </View>
)

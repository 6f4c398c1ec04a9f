import { type District } from '@app/contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'

/** The office of the chosen district; without a number it says who knows it. */
export const OfficeCard = ({ district }: { district: District }) => {
  const { office, contactName, contactPhone } = district
  return (
    <Card tone="next" title={office}>
      {contactName && <View>{`联系人：${contactName}`}</View>}
      {contactPhone ? (
        <Button
          label={`打电话 ${contactPhone}`}
          onPress={() => void Taro.makePhoneCall({ phoneNumber: contactPhone })}
        />
      ) : (
        <View className="caption">还没有公布电话，请先问单位的人事部门。</View>
      )}
    </Card>
  )
}

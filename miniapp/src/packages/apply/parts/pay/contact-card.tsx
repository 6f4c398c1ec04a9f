import { type Counter } from '@app/contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCampaign } from '@/shared/api/campaign'
import { open } from '@/shared/navigation'
import { ownDistrict } from '@/shared/storage/own-district'
import { useStored } from '@/shared/storage/stored'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'

interface Office extends Counter {
  contactName?: string
}

/** The office that the server names, else that of the district chosen on this phone. */
const useOffice = (named: Counter | undefined): Office | undefined => {
  const districts = useCampaign()?.districts
  const chosen = useStored(ownDistrict)
  if (named) return named
  const district = districts?.find(({ code }) => code === chosen)
  if (!district) return undefined
  const { office, contactName, contactPhone } = district
  return { office, ...(contactName && { contactName }), ...(contactPhone && { phone: contactPhone }) }
}

/** Whom to call; where no office is known, the way to find it. */
export const ContactCard = ({ title, named }: { title: string; named: Counter | undefined }) => {
  const office = useOffice(named)
  const phone = office?.phone
  return (
    <Card title={phone ? title : '找谁问'}>
      {office && <View>{[office.office, office.contactName].filter(Boolean).join('，')}</View>}
      {phone ? (
        <View className="pay__call">
          <Button
            kind="ghost"
            label={`打电话 ${phone}`}
            onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
          />
        </View>
      ) : (
        <Row
          title="联系审查单位"
          caption={office ? '还没有公布电话，也可以先问单位的人事部门。' : '选一下您的单位属于哪里，就能看到电话。'}
          action="联系"
          onPress={() => open('help', 'contact')}
        />
      )}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { refreshCampaign, useCampaign } from '@/shared/api/campaign'
import { ownDistrict } from '@/shared/storage/own-district'
import { useStored } from '@/shared/storage/stored'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { OptionList } from '@/shared/ui/option-list'
import { Page } from '@/shared/ui/page'
import { OfficeCard } from '../../parts/office-card'

/** Who reviews, and how to reach them: the office of one's own district, chosen once. */
export default function Contact() {
  const districts = useCampaign()?.districts ?? []
  const chosen = useStored(ownDistrict)
  const district = districts.find(({ code }) => code === chosen)
  useDidShow(() => void refreshCampaign())
  return (
    <Page title="联系审查单位">
      {district && <OfficeCard district={district} />}
      <Card title="谁来审您的申报">
        <View>各县（市）的单位：本县（市）的工考管理机构。</View>
        <View>城区、市直和中央、省驻焦单位：市工考办。</View>
        <ClauseLink clause="三(四)" />
      </Card>
      {districts.length > 0 ? (
        <Card title="您的单位属于哪里？">
          <OptionList
            label="您的单位属于哪里"
            options={districts.map(({ code, name, office }) => ({ value: code, label: name, hint: office }))}
            value={chosen}
            onChange={(code) => ownDistrict.set(code)}
          />
        </Card>
      ) : (
        <NoticeBar tone="info" text="各地的联系方式要连上网才能取到。也可以先问单位的人事部门。" />
      )}
    </Page>
  )
}

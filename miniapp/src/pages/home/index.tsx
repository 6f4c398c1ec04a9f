import { useDidShow } from '@tarojs/taro'
import { refreshCampaign, useCampaign, usePack } from '@/shared/api/campaign'
import { useServerTime } from '@/shared/api/server-time'
import { open } from '@/shared/navigation'
import { useStored } from '@/shared/storage/stored'
import { seasonOn } from '@/shared/texts/season'
import { Card } from '@/shared/ui/card'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { SeasonLine } from '@/shared/ui/season-line'
import { ownDistrict } from '@/shared/storage/own-district'
import { UnreadLine } from './parts/unread-line'
import { NextStep } from './parts/next-step'

/** Works before sign-in and without network: what next, where the season stands, and the four doors. */
export default function Home() {
  const pack = usePack()
  const time = useServerTime()
  const district = useStored(ownDistrict)
  const office = useCampaign()?.districts.find(({ code }) => code === district)?.office
  useDidShow(() => void refreshCampaign())
  return (
    <Page title="工勤技能等级考核" back="none">
      <UnreadLine />
      <NextStep day={time?.day} />
      <Card title={`${pack.year} 年度安排`}>
        <SeasonLine season={seasonOn(pack, time?.day)} />
      </Card>
      <Card>
        <Row
          title="我能报几级？"
          caption="答几道题，当场知道，附条文依据"
          action="去自查"
          onPress={() => open('apply', 'question')}
        />
        <Row
          title="看懂这份通知"
          caption={`${pack.document}，逐条解释`}
          action="看"
          onPress={() => open('help', 'notice')}
        />
        <Row
          title="词语解释"
          caption="转正定级、工作年限、容缺后补……"
          action="看"
          onPress={() => open('help', 'glossary')}
        />
        <Row
          title="联系我的审查单位"
          caption={office ?? '选一下您的单位属于哪里'}
          action="联系"
          onPress={() => open('help', 'contact')}
        />
      </Card>
    </Page>
  )
}

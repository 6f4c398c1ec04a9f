import { type ReviewView } from '@app/contract'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePack } from '@/shared/api/campaign'
import { useLoaded } from '@/shared/api/use-loaded'
import { open } from '@/shared/navigation'
import { itemText } from '@/shared/texts/items'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { useBusy } from '@/shared/ui/use-busy'
import { useDecision } from '../../parts/decide'
import { type Chosen, ReturnChoice } from '../../parts/return-choice'
import { returnable, toItems, valueText } from '../../parts/return-items'
import { ReturnPapers } from '../../parts/return-papers'
import '../list/index.scss'

const title = '退回修改'

const toList = () => {
  if (Taro.getCurrentPages().length > 2) void Taro.navigateBack({ delta: 2 })
  else open('unit-desk', 'list')
}

const Return = ({ view }: { view: ReviewView }) => {
  const pack = usePack()
  const [chosen, setChosen] = useState<Chosen>({})
  const { problem, over, decide } = useDecision(view)
  const { busy, run } = useBusy()
  const items = toItems(chosen)
  const send = () =>
    void run(async () => {
      if (await decide({ step: 'return', body: { items } })) toList()
    })
  const set = (item: string, next: Chosen[string] | undefined) => {
    const { [item]: _before, ...others } = chosen
    setChosen(next ? { ...others, [item]: next } : others)
  }
  const label = items.length === 0 ? '先勾选要改的' : `退回 ${items.length} 项`
  const primary = over
    ? { label: '回名单', onPress: toList }
    : { label, onPress: send, busy, disabled: items.length === 0 }
  const footer = <BottomBar primary={primary} />
  return (
    <Page title={title} footer={footer}>
      {problem && <NoticeBar tone="error" text={problem} />}
      <View className="heading">{`退给 ${view.name ?? ''} 改什么？`}</View>
      <View className="caption desk__words">本人只能改您勾选的几项，改好后再到您这里审核。</View>
      {(['form', 'facts'] as const).map((area) => (
        <Card key={area} title={area === 'form' ? '申报表' : '本人填的情况'}>
          {returnable(view, area).map((item) => (
            <ReturnChoice
              key={item}
              item={item}
              name={itemText(pack, item)}
              value={valueText(pack, view, item)}
              chosen={chosen[item]}
              onChange={(next) => set(item, next)}
            />
          ))}
        </Card>
      ))}
      <ReturnPapers id={view.id} chosen={chosen} onChange={set} />
    </Page>
  )
}

/** What has to be mended, each with its reason in words. */
export default function ReturnPage() {
  const id = useRouter().params.id ?? ''
  const { body, failure, reload } = useLoaded<ReviewView>(`/unit-desk/applications/${id}`)
  if (body) return <Return view={body} />
  return failure ? <FailurePage title={title} failure={failure} onRetry={reload} /> : <Page title={title} loading />
}

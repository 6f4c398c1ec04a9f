import { type ApplicationView } from '@app/contract'
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/shared/api/api'
import { openTab, replace } from '@/shared/navigation'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { Page } from '@/shared/ui/page'

const receiver = ({ holder: { kind, name } }: ApplicationView) => {
  if (kind === 'unit') return `单位经办人${name ? `（${name}）` : ''}`
  return name ?? '工考办'
}

const Next = ({ view }: { view: ApplicationView | undefined }) => (
  <Card title="接下来">
    <View className="form__words">{`1. 现在交到了${view ? receiver(view) : '单位经办人'}。`}</View>
    <View className="form__words">
      {view && view.state !== 'unit-review' ? '2. 审核的人会再看一遍您改的内容。' : '2. 单位同意后，送工考办审查。'}
    </View>
    <View className="form__words">3. 有退回或要补的，会在“我的申报”里写明改什么、什么时候前改好。</View>
  </Card>
)

/** 已提交: who has it now, what comes next, and that nothing need be done. */
export default function Result() {
  const id = useRouter().params.id ?? ''
  const [view, setView] = useState<ApplicationView>()
  useDidShow(() => {
    void call<ApplicationView>({ method: 'GET', path: `/applications/${id}` }).then((it) => it.ok && setView(it.body))
  })
  const corrected = view?.timeline[0]?.event === 'corrected'
  const footer = (
    <BottomBar
      primary={{ label: '看进度', onPress: () => replace('track', 'status', { id }) }}
      secondary={{ label: '回首页', onPress: () => openTab('home') }}
    />
  )
  return (
    <Page title="已提交" back={() => openTab('applications')} footer={footer}>
      <View className="result">
        <View className="result__sign" aria-hidden="true">
          √
        </View>
        <View className="heading" role="heading" aria-level={2}>
          {corrected ? '已重新提交' : '申报已提交'}
        </View>
        <View className="caption">现在不用做什么，等通知就行。</View>
      </View>
      <Next view={view} />
      <Card title="请准备好">
        <View>把材料原件交给单位经办人核对。</View>
      </Card>
    </Page>
  )
}

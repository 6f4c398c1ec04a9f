import { type ClaimView } from '@app/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, newKey } from '@/shared/api/api'
import { failureText } from '@/shared/texts/errors'
import { momentText } from '@/shared/texts/instants'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { useBusy } from '@/shared/ui/use-busy'

/** A second account uses an ID number: whoever knows the person decides. */
export const ClaimCard = ({ claim, onDecided }: { claim: ClaimView; onDecided: () => void }) => {
  const [key] = useState(newKey)
  const [problem, setProblem] = useState<string>()
  const { busy, run } = useBusy()
  const decide = (granted: boolean) =>
    void run(async () => {
      const path = `/unit-desk/claims/${claim.id}/decision`
      const answer = await call<unknown>({ method: 'POST', path, body: { granted }, key })
      if (answer.ok || answer.failure.code === 'not-possible-now') onDecided()
      else setProblem(failureText(answer.failure))
    })
  return (
    <Card tone="alert" title="同一个身份证号，又有一个微信来申报">
      <Row
        title={claim.name}
        caption={`身份证号 ${claim.idNumberMasked} · ${claim.unit} · ${momentText(claim.openedAt)}`}
      />
      <View className="desk__words">请当面或打电话问本人：是不是自己换了微信。确认后，原来的那个微信也还能看到。</View>
      {problem && <NoticeBar tone="error" text={problem} />}
      <View className="desk__choices">
        <Button kind="ghost" label="是本人，同意" busy={busy} onPress={() => decide(true)} />
        <Button kind="danger" label="不是本人" busy={busy} onPress={() => decide(false)} />
      </View>
    </Card>
  )
}

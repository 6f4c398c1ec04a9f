import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePack } from '@/shared/api/campaign'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Page } from '@/shared/ui/page'
import { WholeNotice } from '../../parts/whole-notice'
import { plainNotice } from '../../texts/plain-notice'

/** The notice in plain words; each section leads to the clauses, and the end to the whole text. */
export default function Notice() {
  const pack = usePack()
  const [whole, setWhole] = useState(false)
  return (
    <Page title="看懂这份通知">
      <View className="caption help__lead">{`${pack.document}。下面是大白话，点条号看原文；说法不一致时以原文为准。`}</View>
      {plainNotice.map(({ title, words, clauses }) => (
        <Card key={title} title={title}>
          {words.map((sentence) => (
            <View key={sentence} className="help__words">
              {sentence}
            </View>
          ))}
          <View className="help__clauses">
            {clauses.map((clause) => (
              <ClauseLink key={clause} clause={clause} />
            ))}
          </View>
        </Card>
      ))}
      <Button kind="ghost" label={whole ? '收起通知全文' : '看通知全文'} onPress={() => setWhole(!whole)} />
      {whole && <WholeNotice />}
    </Page>
  )
}

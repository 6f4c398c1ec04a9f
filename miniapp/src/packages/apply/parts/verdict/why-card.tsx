import { View } from '@tarojs/components'
import { type GradeAssessment, type Pack, type Verdict } from '@app/shared-rules'
import { useState } from 'react'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { CriterionRow } from './criterion-row'
import { verdictRows } from './rows'

const titles: Record<Verdict, string> = {
  eligible: '为什么可以',
  ineligible: '差在哪里',
  confirm: '哪一点没写明',
  manual: '为什么要人工审',
  incomplete: '还缺什么',
}

/** Every criterion of the grade; those that are simply met are folded. */
export const WhyCard = ({ pack, assessment }: { pack: Pack; assessment: GradeAssessment }) => {
  const [all, setAll] = useState(false)
  const rows = verdictRows(assessment)
  const quiet = rows.filter((row) => row.quiet)
  const alternatives = assessment.route === undefined && rows.filter(({ result }) => result.path).length > 1
  return (
    <Card title={titles[assessment.verdict]}>
      {alternatives && <View className="caption">带“凭…”的几条，满足一条就行。</View>}
      {rows
        .filter((row) => all || !row.quiet)
        .map((row) => (
          <CriterionRow key={row.result.id} pack={pack} row={row} />
        ))}
      {quiet.length > 0 && (
        <Button kind="text" label={all ? '收起' : `还有 ${quiet.length} 条，都符合`} onPress={() => setAll(!all)} />
      )}
    </Card>
  )
}

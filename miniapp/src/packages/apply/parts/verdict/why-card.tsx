import { type Facts, type GradeAssessment, type Pack, type Verdict } from '@app/shared-rules'
import { View } from '@tarojs/components'
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

interface Props {
  pack: Pack
  facts: Facts
  assessment: GradeAssessment
}

/** Every criterion of the grade; those that are simply met, or do not concern this person, are folded. */
export const WhyCard = ({ pack, facts, assessment }: Props) => {
  const [all, setAll] = useState(false)
  const rows = verdictRows(pack, facts, assessment)
  const quiet = rows.filter((row) => row.quiet)
  const ways = assessment.route === undefined ? rows.filter(({ result, quiet }) => result.path && !quiet) : []
  const names = ways.map(({ result }) => `“${pack.texts.criteria[result.id].label}”`).join('、')
  return (
    <Card title={titles[assessment.verdict]}>
      {ways.length > 1 && <View className="caption verdict__ways">{`${names}，满足一条就行。`}</View>}
      {rows
        .filter((row) => all || !row.quiet)
        .map((row) => (
          <CriterionRow key={row.result.id} pack={pack} facts={facts} row={row} />
        ))}
      {quiet.length > 0 && (
        <Button
          kind="text"
          label={all ? '收起' : `还有 ${quiet.length} 条，已符合或与您无关`}
          onPress={() => setAll(!all)}
        />
      )}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { criterionWords, type Facts, type Pack } from '@app/shared-rules'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Row } from '@/shared/ui/row'
import { ownValue } from './own-value'
import { type VerdictRow } from './rows'
import { notNeeded, outcomeTag } from './tags'

const wantsQuote = new Set(['unmet', 'confirm', 'manual'])

interface Props {
  pack: Pack
  facts: Facts
  row: VerdictRow
}

/** One criterion: sign and word, what is needed beside what the person has, and the clause. */
export const CriterionRow = ({ pack, facts, row }: Props) => {
  const { result, notNeeded: superfluous } = row
  const { label, needed, actual, note } = criterionWords(pack, result)
  const values = [`需要：${needed}`, ownValue(facts, result.id, actual)].filter(Boolean).join('\n')
  return (
    <Row
      title={label}
      caption={superfluous ? `另一条路，不影响结果\n${values}` : values}
      tag={superfluous ? notNeeded : outcomeTag(result.outcome)}
      muted={superfluous}
    >
      {note && !superfluous && (
        <View className="verdict__note">{result.outcome === 'confirm' ? `没写明：${note}` : note}</View>
      )}
      {wantsQuote.has(result.outcome) && result.quote && !superfluous && (
        <View className="caption">{`原文：“${result.quote}”`}</View>
      )}
      <ClauseLink clause={result.clause} prefix={result.implied ? '由条文推定 ' : ''} />
    </Row>
  )
}

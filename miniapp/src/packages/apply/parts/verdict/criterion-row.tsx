import { View } from '@tarojs/components'
import { type CriterionId, criterionWords, type Pack } from '@app/shared-rules'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Row } from '@/shared/ui/row'
import { type VerdictRow } from './rows'
import { notNeeded, outcomeTag } from './tags'

const wantsQuote = new Set(['unmet', 'confirm', 'manual'])

/** For a date the own value alone would not say what it is of. */
const own: Partial<Record<CriterionId, string>> = { 'scope.retirement': '您到退休年龄' }

const captionOf = (id: CriterionId, needed: string, actual: string | undefined, superfluous: boolean) => {
  const values = `需要：${needed}${actual === undefined ? '' : ` · ${own[id] ?? '您'}：${actual}`}`
  return superfluous ? `另一条路，不影响结果。${values}` : values
}

/** One criterion: sign and word, what is needed beside what the person has, and the clause. */
export const CriterionRow = ({ pack, row }: { pack: Pack; row: VerdictRow }) => {
  const { result, notNeeded: superfluous } = row
  const { label, needed, actual, note } = criterionWords(pack, result)
  return (
    <Row
      title={label}
      caption={captionOf(result.id, needed, actual, superfluous)}
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

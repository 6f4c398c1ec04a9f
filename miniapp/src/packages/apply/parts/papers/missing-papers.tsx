import { type ShownPaper } from '@/shared/upload/types'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { openPaper } from './open-paper'
import { needsTaking, summaryOf } from './paper-summary'

/** Exactly which papers keep it from being submitted, each with the way to it; nothing where none does. */
export const MissingPapers = ({ id, papers }: { id: string; papers: readonly ShownPaper[] }) => {
  const missing = papers.filter(needsTaking)
  if (missing.length === 0) return null
  return (
    <Card tone="alert" title={`还差 ${missing.length} 份材料，拍好才能提交`}>
      {missing.map((paper) => {
        const { item } = paper.view
        return (
          <Row
            key={item.id}
            title={item.title}
            caption={summaryOf(paper).caption}
            captionTone="red"
            action={item.kind === 'undertaking' ? '去承诺' : '去拍'}
            onPress={() => openPaper(id, item)}
          />
        )
      })}
    </Card>
  )
}

import { type PaperView } from '@app/contract'
import { useState } from 'react'
import { failureText } from '@/shared/texts/errors'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { PageViewer } from '@/shared/ui/page-viewer'
import { Thumbnails, viewable } from './papers-card'
import { type Chosen, ReturnChoice } from './return-choice'
import { useDeskPapers } from './use-papers'

interface Props {
  id: string
  chosen: Chosen
  onChange: (item: string, next: Chosen[string] | undefined) => void
}

/** Whole papers, and single pages where a paper has several: of a returned page the person retakes only that one. */
const choices = ({ item, pages }: PaperView) => [
  { item: `papers.${item.id}`, name: item.title, value: pages.length > 1 ? `整份，${pages.length} 页` : '整份', pages },
  ...(pages.length > 1
    ? pages.map((page, at) => ({
        item: `pages.${page.id}`,
        name: `${item.title}，第 ${at + 1} 页`,
        value: '只退这一页',
        pages: [],
      }))
    : []),
]

/** Promised papers have not come yet, and cannot be returned. */
const photographed = ({ pages }: PaperView) => pages.length > 0

export const ReturnPapers = ({ id, chosen, onChange }: Props) => {
  const { body, failure, reload, gone } = useDeskPapers(id)
  const [looking, setLooking] = useState<string>()
  const papers = body?.papers.filter(photographed) ?? []
  if (!failure && papers.length === 0) return null
  return (
    <Card title="材料">
      {failure && <NoticeBar tone="warn" text={failureText(failure)} action={{ label: '再取一次', onPress: reload }} />}
      {papers.map((paper) =>
        choices(paper).map(({ item, name, value, pages }) => (
          <ReturnChoice
            key={item}
            item={item}
            name={name}
            value={value}
            chosen={chosen[item]}
            onChange={(next) => onChange(item, next)}
          >
            {pages.length > 0 && <Thumbnails paper={paper} onLook={setLooking} onGone={gone} />}
          </ReturnChoice>
        )),
      )}
      {looking !== undefined && (
        <PageViewer pages={viewable(papers)} first={looking} onClose={() => setLooking(undefined)} onGone={gone} />
      )}
    </Card>
  )
}

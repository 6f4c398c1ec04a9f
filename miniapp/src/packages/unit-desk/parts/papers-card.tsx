import { type PageView, type PaperState, type PaperView } from '@app/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { pressable } from '@/shared/device/press'
import { failureText } from '@/shared/texts/errors'
import { momentText } from '@/shared/texts/instants'
import { hintShort, watermark } from '@/shared/texts/pages'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { PageViewer } from '@/shared/ui/page-viewer'
import { Picture } from '@/shared/ui/picture'
import { Row } from '@/shared/ui/row'
import { type TagProps } from '@/shared/ui/tag'
import { useDeskPapers } from './use-papers'

const tags: Record<PaperState, TagProps> = {
  missing: { tone: 'mut', word: '没有交' },
  'too-few': { tone: 'ask', sign: '！', word: '没交齐' },
  checking: { tone: 'info', sign: '…', word: '检查中' },
  refused: { tone: 'no', word: '打不开' },
  returned: { tone: 'no', word: '已退回' },
  complete: { tone: 'ok', word: '已交' },
  promised: { tone: 'ask', sign: '！', word: '已承诺' },
}

/** Hints are for the reviewer's eyes as well; they decide nothing. */
const hintsOf = ({ hints }: PageView) => hints.map((hint) => hintShort(hint).replace(/，建议重拍|，建议换一张/, ''))

const captionOf = ({ item, pages, promise, state }: PaperView) => {
  if (state === 'promised' && promise) return `${momentText(promise.agreedAt)} 承诺，考试前补交`
  if (item.kind === 'undertaking' && pages.length === 0 && state === 'complete') return '本人已在手机上承诺'
  if (pages.length === 0) return undefined
  const hinted = pages.flatMap((page, at) => hintsOf(page).map((words) => `第 ${at + 1} 页${words}`))
  return [`${pages.length} 页`, ...hinted].join(' · ')
}

export const viewable = (papers: readonly PaperView[]) =>
  papers.flatMap(({ item, pages }) =>
    pages.flatMap(({ id, links }, at) =>
      links ? [{ key: id, title: `${item.title}，第 ${at + 1} 页`, src: links.display }] : [],
    ),
  )

interface ThumbnailsProps {
  paper: PaperView
  onLook: (page: string) => void
  onGone: () => void
}

export const Thumbnails = ({ paper: { item, pages }, onLook, onGone }: ThumbnailsProps) => (
  <View className="desk__pages">
    {pages.map(({ id, links }, at) =>
      links ? (
        <View
          key={id}
          className="desk__page"
          {...aria('button', { label: `看${item.title}，第 ${at + 1} 页` })}
          {...pressable(() => onLook(id))}
        >
          <Picture src={links.thumbnail} onGone={onGone} />
        </View>
      ) : null,
    )}
  </View>
)

/** The papers beside the facts: each page one tap from being large. Every look is in the access log. */
export const PapersCard = ({ id }: { id: string }) => {
  const { body, failure, reload, gone } = useDeskPapers(id)
  const [looking, setLooking] = useState<string>()
  const again = { label: '再取一次', onPress: reload }
  return (
    <Card title="材料（请对照事实和原件）">
      {failure && <NoticeBar tone="warn" text={failureText(failure)} action={again} />}
      {body?.papers.map((paper) => (
        <Row key={paper.item.id} title={paper.item.title} caption={captionOf(paper)} tag={tags[paper.state]}>
          <Thumbnails paper={paper} onLook={setLooking} onGone={gone} />
        </Row>
      ))}
      <View className="caption">{`图片上有“${watermark}”水印。您每看一次，系统都会记下。`}</View>
      {looking !== undefined && (
        <PageViewer
          pages={viewable(body?.papers ?? [])}
          first={looking}
          onClose={() => setLooking(undefined)}
          onGone={gone}
        />
      )}
    </Card>
  )
}

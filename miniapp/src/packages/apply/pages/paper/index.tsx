import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { pdfComesFromChat } from '@/shared/device/picture/pick'
import { goBack } from '@/shared/navigation'
import { whoSees } from '@/shared/texts/pages'
import { type PaperPages, type ShownPage, type ShownPaper } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Page } from '@/shared/ui/page'
import { PageViewer } from '@/shared/ui/page-viewer'
import { Sheet } from '@/shared/ui/sheet'
import { HowTo, Wanted } from '../../parts/papers/how-to'
import { NoPaper } from '../../parts/papers/no-paper'
import { param } from '../../parts/papers/open-paper'
import { PageCard } from '../../parts/papers/page-card'
import { PaperBar } from '../../parts/papers/paper-bar'
import { PaperNotices, PromiseInstead } from '../../parts/papers/paper-notices'
import { pageNumber } from '../../parts/papers/paper-summary'
import { Shot } from '../../parts/papers/shot'
import { useActions, useTaking } from '../../parts/papers/use-paper'
import { type Source } from '../../parts/papers/use-picking'
import './index.scss'

const title = '拍材料'

interface OneProps {
  id: string
  pages: PaperPages
  paper: ShownPaper
}

const OtherWays = ({ paper, onAdd }: { paper: ShownPaper; onAdd: (source: Source) => void }) => {
  if (!paper.view.open || paper.room <= 0 || paper.view.item.kind === 'photo') return null
  return (
    <Card title="不用拍照的办法">
      <View className="paper__ways">
        <Button kind="ghost" label="从相册选，可以一次选几张" onPress={() => onAdd('album')} />
        <Button
          kind="ghost"
          label={pdfComesFromChat ? '从微信聊天里选 PDF 文件' : '选 PDF 文件'}
          onPress={() => onAdd('pdf')}
        />
      </View>
    </Card>
  )
}

interface RetakeProps {
  page: ShownPage
  number: number
  onSource: (source: Source) => void
  onClose: () => void
}

const RetakeSheet = ({ number, onSource, onClose }: RetakeProps) => (
  <Sheet title={`重拍第 ${number} 页`} onClose={onClose}>
    <View className="sheet__buttons">
      <Button label="拍照" onPress={() => onSource('camera')} />
      <Button kind="ghost" label="从相册选" onPress={() => onSource('album')} />
      <Button kind="text" label="不换了" onPress={onClose} />
    </View>
  </Sheet>
)

const viewed = (paper: ShownPaper) =>
  paper.pages.flatMap(({ id, large, picture, turns }, at) => {
    const src = large ?? picture
    return src === undefined ? [] : [{ key: id, title: `${paper.view.item.title}，第 ${at + 1} 页`, src, turns }]
  })

const Over = ({ pages, paper, taking, acts }: OneProps & { taking: Taking; acts: Acts }) => {
  const { shot, replacing } = taking
  if (shot) {
    return (
      <Shot
        page={shot}
        number={taking.shotNumber}
        pageNumber={pageNumber(paper)}
        onRetake={() => taking.replace(shot, 'camera')}
        onRotate={() => void pages.rotate(shot.id)}
        onUse={taking.accept}
      />
    )
  }
  if (replacing) {
    const number = paper.pages.findIndex(({ id }) => id === replacing.id) + 1
    const close = () => taking.setReplacing(undefined)
    return (
      <RetakeSheet
        page={replacing}
        number={number}
        onClose={close}
        onSource={(from) => taking.replace(replacing, from)}
      />
    )
  }
  if (acts.looking === undefined) return null
  return (
    <PageViewer
      pages={viewed(paper)}
      first={acts.looking}
      onClose={() => acts.setLooking(undefined)}
      onGone={acts.gone}
    />
  )
}

type Taking = ReturnType<typeof useTaking>
type Acts = ReturnType<typeof useActions>

const One = ({ id, pages, paper }: OneProps) => {
  const taking = useTaking(pages, paper)
  const acts = useActions(id, pages, paper, taking.setReplacing)
  const { item } = paper.view
  const howTo = pages.view && <HowTo item={item} limits={pages.view.limits} photo={pages.view.photo} />
  const none = paper.pages.length === 0
  const footer = <PaperBar id={id} paper={paper} busy={taking.busy} onAdd={taking.add} onRetake={taking.setReplacing} />
  return (
    <Page title={title} footer={footer}>
      <PaperNotices pages={pages} paper={paper} problems={[taking.problem, acts.problem]} />
      <Wanted item={item} />
      <PromiseInstead id={id} paper={paper} />
      {none && howTo}
      {paper.pages.map((page, at) => (
        <PageCard
          key={page.id}
          page={page}
          number={at + 1}
          of={paper.pages.length}
          pageNumber={pageNumber(paper)}
          actions={acts.actionsOf(page, at)}
        />
      ))}
      <OtherWays paper={paper} onAdd={taking.add} />
      {!none && paper.view.open && howTo}
      <View className="caption">{whoSees}</View>
      <Over id={id} pages={pages} paper={paper} taking={taking} acts={acts} />
    </Page>
  )
}

/** One paper: what is wanted, its pages in order, and the camera. */
export default function PaperPage() {
  const { id = '', paper: raw } = useRouter().params
  const pages = usePaperPages(id)
  const paper = pages.papers.find(({ view }) => view.item.id === param(raw))
  if (paper) return <One id={id} pages={pages} paper={paper} />
  const none = {
    title: '这份材料不用交了',
    text: '您填的情况变了，要交的材料也跟着变了。别的都还在。',
    action: { label: '回材料清单', onPress: goBack },
  }
  return <NoPaper title={title} pages={pages} none={none} />
}

import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goBack, open } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { whoSees } from '@/shared/texts/pages'
import { type PaperPages, type ShownPaper } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { PercentBar } from '@/shared/ui/percent-bar'
import { Ring } from '@/shared/ui/ring'
import { Row } from '@/shared/ui/row'
import { openPaper } from '../../parts/papers/open-paper'
import { nextPaper, summaryOf } from '../../parts/papers/paper-summary'
import './index.scss'

const title = '申报材料'

const headline = ({ view, papers }: PaperPages) => {
  const { complete = 0, needed = 0 } = view?.progress ?? {}
  const left = needed - complete
  if (left === 0) return { title: `${needed} 份材料都齐了`, caption: '可以回申报表，核对并提交' }
  if (nextPaper(papers)) return { title: `还差 ${left} 份材料`, caption: '拍好一份存一份，可以随时离开' }
  return { title: `${left} 份正在上传或检查`, caption: '不用等，可以离开，回来会接着传' }
}

const Progress = ({ pages }: { pages: PaperPages }) => {
  const { complete = 0, needed = 0 } = pages.view?.progress ?? {}
  const words = headline(pages)
  return (
    <Card>
      <View className="materials__progress">
        <Ring done={complete} of={needed} unit="份材料" />
        <View>
          <View className="card__title" role="heading" aria-level={2}>
            {words.title}
          </View>
          <View className="caption">{words.caption}</View>
        </View>
      </View>
    </Card>
  )
}

const PaperRow = ({ id, paper }: { id: string; paper: ShownPaper }) => {
  const { item, state } = paper.view
  const { tag, caption, tone, percent } = summaryOf(paper)
  const promise = item.promiseAllowed && state === 'missing' && paper.pages.length === 0
  return (
    <Row title={item.title} caption={caption} captionTone={tone} tag={tag} onPress={() => openPaper(id, item)}>
      {percent !== undefined && <PercentBar percent={percent} />}
      {promise && (
        <View className="materials__instead">
          <Button kind="text" label="用承诺书代替 ›" onPress={() => open('apply', 'promise', { id, paper: item.id })} />
        </View>
      )}
    </Row>
  )
}

const Notices = ({ pages }: { pages: PaperPages }) => (
  <>
    {pages.failure && (
      <NoticeBar
        tone="warn"
        text={`下面是手机里存的。${failureText(pages.failure)}`}
        action={{ label: '再取一次', onPress: () => void pages.reload() }}
      />
    )}
    {pages.unsafe && <NoticeBar tone="warn" text="手机存储满了。有的照片还没传完，传完前请不要关掉微信。" />}
  </>
)

const Footer = ({ id, pages: { papers } }: { id: string; pages: PaperPages }) => {
  const next = nextPaper(papers)
  const begun = papers.some(({ pages }) => pages.length > 0)
  if (!next) return <BottomBar primary={{ label: '好了，回去', onPress: goBack }} />
  return (
    <BottomBar
      primary={{ label: begun ? '继续拍下一份' : '开始拍第一份', onPress: () => openPaper(id, next.view.item) }}
      note={`下一份：${next.view.item.title}`}
    />
  )
}

/** Every paper with its state and the first thing to do; works from what the phone holds while there is no network. */
export default function Materials() {
  const id = useRouter().params.id ?? ''
  const pages = usePaperPages(id)
  if (!pages.view) {
    const { failure } = pages
    if (!failure) return <Page title={title} loading />
    return <FailurePage title={title} failure={failure} onRetry={() => void pages.reload()} />
  }
  return (
    <Page title={title} footer={<Footer id={id} pages={pages} />}>
      <Notices pages={pages} />
      <Progress pages={pages} />
      <Card>
        {pages.papers.map((paper) => (
          <PaperRow key={paper.view.item.id} id={id} paper={paper} />
        ))}
      </Card>
      <View className="caption">{whoSees}</View>
    </Page>
  )
}

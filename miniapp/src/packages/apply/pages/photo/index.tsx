import { type PhotoSpecification } from '@app/contract'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { checkPhoto } from '@/shared/device/picture/check-photo'
import { pictureSize } from '@/shared/device/picture/picture-size'
import { type PickedFile } from '@/shared/device/picture/picked'
import { goBack } from '@/shared/navigation'
import { hintText, photoText } from '@/shared/texts/pages'
import { type PaperPages, type ShownPaper } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { useBusy } from '@/shared/ui/use-busy'
import { type Framed, cropOf, framed, pixelsOf } from '../../parts/papers/crop'
import { NoPaper } from '../../parts/papers/no-paper'
import { Cropper } from '../../parts/papers/cropper'
import { HowTo } from '../../parts/papers/how-to'
import { param } from '../../parts/papers/open-paper'
import { type Source, usePicking } from '../../parts/papers/use-picking'
import './index.scss'

const title = '证件照'

interface Chosen {
  file: PickedFile
  now: Framed
}
type Wrong = Awaited<ReturnType<typeof checkPhoto>>

const unopened = '这张照片打不开。请换一张，或直接拍照。'

/** A photo chosen and framed; what is wrong with it is told before it is sent. */
const usePhoto = (wanted: PhotoSpecification) => {
  const picking = usePicking()
  const [chosen, setChosen] = useState<Chosen>()
  const [problem, setProblem] = useState<string>()
  const [wrong, setWrong] = useState<Wrong>([])
  const { busy, run } = useBusy()
  const take = async (file: PickedFile) => {
    const size = file.kind === 'pdf' ? undefined : await pictureSize(file.path)
    setProblem(size ? undefined : unopened)
    setWrong([])
    if (size) setChosen({ file, now: framed(size, wanted.widthPx / wanted.heightPx) })
  }
  const choose = (source: Source) => picking.picking(source, 1, ([file]) => file && void take(file))
  const move = (now: Framed) => {
    setChosen(chosen && { ...chosen, now })
    setWrong([])
  }
  /** Sent at once where nothing is wrong, or where the person goes on all the same. */
  const accept = (send: (chosen: Chosen) => void) =>
    void run(async () => {
      if (!chosen) return
      if (wrong.length > 0) return send(chosen)
      const found = await checkPhoto(chosen.file, cropOf(chosen.now), wanted)
      if (found.length > 0) setWrong(found)
      else send(chosen)
    })
  const told = picking.problem ?? (problem === undefined ? undefined : { text: problem })
  return { chosen, problem: told, wrong, busy: busy || picking.busy, choose, move, accept }
}

interface Props {
  pages: PaperPages
  paper: ShownPaper
  wanted: PhotoSpecification
  replaces: string | undefined
}

const Measures = ({ wanted, now }: { wanted: PhotoSpecification; now: Framed }) => {
  const { width, height } = pixelsOf(now)
  return (
    <Card>
      <Row title="工考办要求" caption={`${photoText(wanted)}。`} />
      <Row title="框里这一块" caption={`宽 ${width}、高 ${height} 像素，上传后自动改成要求的大小。`} />
    </Card>
  )
}

const Photo = ({ pages, paper, wanted, replaces }: Props) => {
  const { chosen, problem, wrong, busy, choose, move, accept } = usePhoto(wanted)
  const send = ({ file, now }: Chosen) => {
    const options = { crop: cropOf(now), rotation: 0 } as const
    if (replaces) pages.replace(replaces, [file], options)
    else pages.add(paper.view.item.id, [file], options)
    goBack()
  }
  const primary = chosen
    ? { label: wrong.length > 0 ? '还是用这张' : '用这张', onPress: () => accept(send), busy }
    : { label: '从相册选', onPress: () => choose('album'), busy }
  const secondary = chosen
    ? { label: '换一张', onPress: () => choose('album'), busy }
    : { label: '拍照', onPress: () => choose('camera'), busy }
  return (
    <Page title={title} footer={<BottomBar primary={primary} secondary={secondary} />}>
      {problem && (
        <NoticeBar tone="error" text={problem.text} action={'action' in problem ? problem.action : undefined} />
      )}
      {wrong.map((code) => (
        <NoticeBar key={code} tone="warn" text={hintText({ code })} />
      ))}
      {chosen ? (
        <>
          <Card>
            <Cropper src={chosen.file.path} now={chosen.now} onChange={move} />
          </Card>
          <Measures wanted={wanted} now={chosen.now} />
        </>
      ) : (
        pages.view && <HowTo item={paper.view.item} limits={pages.view.limits} photo={wanted} />
      )}
    </Page>
  )
}

/** The certificate photo: chosen, cropped to the office's proportions, checked before it is sent. */
export default function PhotoPage() {
  const { id = '', replaces } = useRouter().params
  const pages = usePaperPages(id)
  const paper = pages.papers.find(({ view }) => view.item.kind === 'photo')
  const wanted = pages.view?.photo
  if (paper && wanted)
    return <Photo pages={pages} paper={paper} wanted={wanted} replaces={replaces && param(replaces)} />
  const none = {
    title: '现在不用交证件照',
    text: '工考办还没有公布证件照的要求，公布后会在材料清单里。',
    action: { label: '回去', onPress: goBack },
  }
  return <NoPaper title={title} pages={pages} none={none} />
}

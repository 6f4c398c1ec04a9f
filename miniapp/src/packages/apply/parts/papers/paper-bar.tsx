import { goBack, open } from '@/shared/navigation'
import { type ShownPage, type ShownPaper } from '@/shared/upload/types'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { pagesShort } from './paper-summary'
import { SupplementBar, useSupplement } from './supplement-bar'
import { type Source } from './use-picking'

interface Props {
  id: string
  paper: ShownPaper
  busy: boolean
  onAdd: (source: Source) => void
  onRetake: (page: ShownPage) => void
}

const needsRetake = ({ state, returned, replacing, can }: ShownPage) =>
  can.replace && (state.kind === 'refused' || state.kind === 'gone' || (returned !== undefined && !replacing))

const PhotoBar = ({ id, paper }: Pick<Props, 'id' | 'paper'>) => {
  const [page] = paper.pages
  const take = (replaces?: string) => open('apply', 'photo', { id, ...(replaces === undefined ? {} : { replaces }) })
  if (!page) return <BottomBar primary={{ label: '选照片', onPress: () => take() }} />
  return needsRetake(page) ? (
    <BottomBar primary={{ label: '换一张', onPress: () => take(page.id) }} />
  ) : (
    <BottomBar primary={{ label: '好了，回去', onPress: goBack }} />
  )
}

/** The next thing to do: mend what is wrong, then take what is missing, then go on. */
const TakingBar = ({ paper, busy, onAdd, onRetake }: Props) => {
  const { view, pages, room } = paper
  const at = pages.findIndex(needsRetake)
  const wrong = pages[at]
  const camera = () => onAdd('camera')
  if (wrong) return <BottomBar primary={{ label: `重拍第 ${at + 1} 页`, onPress: () => onRetake(wrong), busy }} />
  if (!view.open || room <= 0) return <BottomBar primary={{ label: '好了，回去', onPress: goBack }} />
  if (pages.length === 0 || pagesShort(paper) > 0) {
    const label = pages.length === 0 ? '拍照' : `拍第 ${pages.length + 1} 页`
    return (
      <BottomBar
        primary={{ label, onPress: camera, busy }}
        secondary={{ label: '从相册选', onPress: () => onAdd('album') }}
      />
    )
  }
  return (
    <BottomBar
      primary={{ label: '这份拍好了', onPress: goBack }}
      secondary={{ label: '再拍一页', onPress: camera, busy }}
      note="照片会接着传，可以离开"
    />
  )
}

const PromisedBar = (props: Props) => {
  const { view, reload } = useSupplement(props.id, props.paper)
  if (!view) return <TakingBar {...props} />
  return <SupplementBar view={view} paper={props.paper} onAgain={() => props.onAdd('camera')} onChanged={reload} />
}

export const PaperBar = (props: Props) => {
  const { view, pages } = props.paper
  if (view.item.kind === 'photo') return <PhotoBar {...props} />
  return view.promise && pages.length > 0 ? <PromisedBar {...props} /> : <TakingBar {...props} />
}

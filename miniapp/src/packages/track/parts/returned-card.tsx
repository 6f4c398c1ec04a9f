import { type ApplicationView, type PapersView, type PaperView, type ReturnItem } from '@app/contract'
import { View } from '@tarojs/components'
import { usePack } from '@/shared/api/campaign'
import { useLoaded } from '@/shared/api/use-loaded'
import { open } from '@/shared/navigation'
import { untilText } from '@/shared/texts/instants'
import { itemText, paperNames } from '@/shared/texts/items'
import { limitText } from '@/shared/texts/limit'
import { viewNames } from '@/shared/texts/papers'
import { returnWords } from '@/shared/texts/return-words'
import { Card } from '@/shared/ui/card'
import { Picture } from '@/shared/ui/picture'
import { Row } from '@/shared/ui/row'
import { openItem } from './doors'

const isPaper = (item: string) => item.startsWith('papers.') || item.startsWith('pages.')

const by = { unit: '单位', department: '主管部门', office: '工考办' }

interface RowsProps {
  view: ApplicationView
  items: readonly ReturnItem[]
  /** Past the limit nothing can be mended. */
  passed: boolean
}

/** Fields, answers, papers and pages; of the last two their list says the names, and shows the very page. */
const Rows = ({
  view: { id, checklist },
  items,
  passed,
  papers = [],
}: RowsProps & { papers?: readonly PaperView[] }) => {
  const pack = usePack()
  const [ofList, ofChecklist] = [viewNames(papers), paperNames(checklist)]
  const mend = (item: string) => (isPaper(item) ? '去重拍' : '去改')
  return (
    <>
      {items.map((item) => {
        const page = papers.flatMap(({ pages }) => pages).find((one) => item.item === `pages.${one.id}`)
        return (
          <Row
            key={`${item.item}${item.code}`}
            title={itemText(pack, item.item, (path) => ofList(path) ?? ofChecklist(path))}
            caption={returnWords(item)}
            before={page?.links && <Picture src={page.links.thumbnail} />}
            {...(passed ? {} : { action: mend(item.item), onPress: () => openItem(id, item, papers) })}
          />
        )
      })}
    </>
  )
}

const RowsWithPages = (props: RowsProps) => {
  const { body } = useLoaded<PapersView>(`/applications/${props.view.id}/papers`)
  return <Rows {...props} {...(body ? { papers: body.papers } : {})} />
}

/** What was returned and until when; each thing to mend leads to its field, or to the paper. */
export const ReturnedCard = ({ view }: { view: ApplicationView }) => {
  const { returnedFor } = view
  if (!returnedFor) return null
  const { items, limit, byName } = returnedFor
  const Shown = items.some(({ item }) => isPaper(item)) ? RowsWithPages : Rows
  return (
    <Card tone="alert">
      <View className="status__returned" role="heading" aria-level={2}>
        {`${byName ?? by[returnedFor.by]}退回了 ${items.length} 项`}
      </View>
      <View className="status__limit">
        {limit.passed ? `期限到 ${untilText(limit.until)} 为止。${limitText(limit)}` : limitText(limit)}
      </View>
      <Shown view={view} items={items} passed={limit.passed} />
      {limit.passed && <Row title="联系审查单位" action="联系" onPress={() => open('help', 'contact')} />}
    </Card>
  )
}

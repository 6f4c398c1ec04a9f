import { type ApplicationView, type Supplement } from '@app/contract'
import { usePack } from '@/shared/api/campaign'
import { open } from '@/shared/navigation'
import { itemText, paperNames } from '@/shared/texts/items'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { type TagProps } from '@/shared/ui/tag'

interface Words {
  title: string
  caption: string
  /** Where nothing is to be done; else the action says it. */
  tag?: TagProps
  action?: string
}

const wordsOf: Record<Supplement['state'], Words> = {
  open: {
    title: '待补交',
    caption: '已承诺。备案后拍好上传，考试前补交。',
    action: '去补交',
  },
  sent: { title: '已补交', caption: '等工考办审查，有结果会在这里告诉您。', tag: { tone: 'info', word: '审查中' } },
  accepted: { title: '已补交', caption: '工考办已收下。', tag: { tone: 'ok', word: '已收下' } },
  rejected: {
    title: '要重新补交',
    caption: '工考办没有收下。请看下面“经过”里的原因，重新拍好，考试前再补交。',
    action: '去补交',
  },
}

/** What was promised (容缺, 三(三)): it stays here until it has come. A draft has not promised yet. */
export const SupplementsCard = ({ view: { id, state, stage, supplements, checklist } }: { view: ApplicationView }) => {
  const pack = usePack()
  if (state === 'draft' || stage === 'ended' || supplements.length === 0) return null
  return (
    <Card title="承诺补交的材料">
      {supplements.map(({ item, state: now }) => {
        const { title, caption, tag, action } = wordsOf[now]
        const paper = item.replace(/^papers\./, '')
        return (
          <Row
            key={item}
            title={`${title}：${itemText(pack, item, paperNames(checklist))}`}
            caption={caption}
            tag={tag}
            {...(action ? { action, onPress: () => open('apply', 'paper', { id, paper }) } : {})}
          />
        )
      })}
    </Card>
  )
}

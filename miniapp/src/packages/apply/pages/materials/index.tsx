import { assess, checklist } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { goBack } from '@/shared/navigation'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { DraftPage } from '../../parts/draft/draft-page'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

const Papers = ({ draft: { facts, grade } }: { draft: Draft }) => {
  const pack = usePack()
  if (!grade) return <View>选好申报等级，这里会列出要准备的材料。</View>
  const papers = checklist(pack, facts, assess(pack, facts), grade)
  return (
    <Card title={`要准备 ${papers.length} 样`}>
      {papers.map((paper) => (
        <Row key={paper.id} title={paper.title} caption={paper.hint ? `${paper.reason}。${paper.hint}` : paper.reason}>
          <ClauseLink clause={paper.clause} prefix="依据 " />
        </Row>
      ))}
    </Card>
  )
}

/** The papers of this application. They are handed to the unit as originals. */
export default function Materials() {
  const opened = useDraft(useRouter().params.id ?? '')
  return (
    <DraftPage
      title="申报材料"
      opened={opened}
      footer={() => <BottomBar primary={{ label: '知道了', onPress: goBack }} />}
    >
      {(draft) => (
        <>
          <NoticeBar
            tone="info"
            text="现在请把原件交给单位经办人核对，不影响您提交。手机拍照上传还没有开通，开通后就在这一页。"
          />
          <Papers draft={draft} />
        </>
      )}
    </DraftPage>
  )
}

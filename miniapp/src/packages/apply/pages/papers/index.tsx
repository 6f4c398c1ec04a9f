import { View } from '@tarojs/components'
import { assess, checklist, type Grade, gradeName, type Pack, type PaperItem } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { useServerTime } from '@/shared/api/server-time'
import { answers } from '@/shared/storage/answers'
import { useStored } from '@/shared/storage/stored'
import { chineseDay } from '@/shared/texts/days'
import { grades, headlineGrade } from '@/shared/texts/grades'
import { pagesText } from '@/shared/texts/pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { startApplication } from '../../parts/start-application'
import './index.scss'

const PaperRow = ({ paper }: { paper: PaperItem }) => (
  <Row
    title={paper.title}
    caption={`${paper.reason}。${paper.hint ? `${paper.hint}，` : ''}${pagesText(paper.pages)}`}
    {...(paper.promiseAllowed ? { tag: { tone: 'ask', sign: '！', word: '可先承诺' } as const } : {})}
  >
    <ClauseLink clause={paper.clause} prefix="依据 " />
  </Row>
)

const barFor = (pack: Pack, grade: Grade, day: string | undefined) => {
  const { registrationOpensOn: opens, registrationClosesOn: closes } = pack.schedule
  const closed = day !== undefined && day > closes
  const early = day !== undefined && day < opens
  const season = early ? `${chineseDay(opens)}开始报名，可以先填好` : `网上报名到 ${chineseDay(closes)}24:00`
  const note = closed ? `${chineseDay(closes)}24:00 已停止报名` : season
  return (
    <BottomBar primary={{ label: '开始申报', onPress: () => startApplication(grade), disabled: closed }} note={note} />
  )
}

/** What to get ready for one grade, each paper with the clause or the reason that asks for it; and the door to applying. */
export default function Papers() {
  const pack = usePack()
  const { facts } = useStored(answers)
  const { day } = useServerTime() ?? {}
  const asked = useRouter().params.grade
  const assessment = assess(pack, facts)
  const grade = grades.find((one) => String(one) === asked) ?? headlineGrade(assessment)
  const papers = checklist(pack, facts, assessment, grade)
  return (
    <Page title="要准备的材料" footer={barFor(pack, grade, day)}>
      <View className="heading papers__title" role="heading" aria-level={2}>
        {`申报${gradeName(grade)}，准备 ${papers.length} 样`}
      </View>
      <View className="caption papers__lead">
        先备好原件，开始申报后用手机拍照上传。人事档案里的材料，请单位人事部门帮您拿。
      </View>
      <Card>
        {papers.map((paper) => (
          <PaperRow key={paper.id} paper={paper} />
        ))}
      </Card>
    </Page>
  )
}

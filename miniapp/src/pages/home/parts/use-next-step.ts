import { type ApplicationSummary, type PaymentStatus, type Stage } from '@app/contract'
import { assess, gradeName, type Pack, planNext } from '@app/shared-rules'
import { usePack } from '@/shared/api/campaign'
import { useMyApplications } from '@/shared/api/my-applications'
import { awaitsPayment, usePaymentStatus } from '@/shared/api/payment-status'
import { open, openTab } from '@/shared/navigation'
import { answers, type Answers } from '@/shared/storage/answers'
import { useStored } from '@/shared/storage/stored'
import { chineseDay, daysBetween } from '@/shared/texts/days'
import { headlineGrade } from '@/shared/texts/grades'
import { limitText } from '@/shared/texts/limit'
import { paymentStep } from './payment-step'
import { type Step } from './step'

const toApplications = (label: string) => ({ label, onPress: () => openTab('applications') })
const toQuestion = (label: string) => ({ label, onPress: () => open('apply', 'question') })
const toVerdict = (label: string) => ({ label, onPress: () => open('apply', 'verdict') })

const waiting: Partial<Record<Stage, string>> = {
  'with-unit': '等单位审核',
  'with-department': '等主管部门审核',
  'with-office': '等工考办审查',
  onsite: '等现场审查确认',
  payment: '等缴费通知',
  confirmed: '报名已确认，等培训通知',
  training: '参加培训',
  exam: '准备考试',
  result: '等结果',
  certified: '已取得证书',
}

const untilClose = (pack: Pack, day: string | undefined): Pick<Step, 'text' | 'urgent'> => {
  const { registrationClosesOn: closes } = pack.schedule
  const left = day === undefined ? undefined : daysBetween(day, closes)
  const words = `网上报名到 ${chineseDay(closes)}24:00`
  if (left === undefined) return { text: `${words}。` }
  if (left === 0) return { text: `${words}，今天是最后一天。`, urgent: true }
  return { text: `${words}，还剩 ${left} 天。`, urgent: left <= 3 }
}

interface Due {
  payment: PaymentStatus | undefined
  day: string | undefined
}

const ofApplication = (
  mine: ApplicationSummary,
  season: Pick<Step, 'text' | 'urgent'>,
  { payment, day }: Due,
): Step => {
  if (mine.returned) {
    const { count, limit } = mine.returned
    return {
      title: `改好 ${count} 项被退回的内容`,
      text: limitText(limit),
      urgent: true,
      action: toApplications('去改'),
    }
  }
  if (mine.state === 'draft') return { title: '接着填您的申报', ...season, action: toApplications('接着填') }
  if (awaitsPayment(mine.state)) return paymentStep(mine.id, payment, day)
  const title = waiting[mine.stage] ?? '看一看您的申报'
  return { title, text: '现在不用做什么，有变动会在这里告诉您。', action: toApplications('看进度') }
}

const ofAnswers = (pack: Pack, { facts, declined }: Answers, season: Pick<Step, 'text' | 'urgent'>): Step => {
  if (Object.keys(facts).length === 0) return { title: '先查一查您能报几级', ...season, action: toQuestion('开始自查') }
  const { next, answered, remainingAtMost } = planNext(pack, facts, undefined, declined)
  if (next) {
    const title = `接着自查：已答 ${answered} 题，最多还剩 ${remainingAtMost} 题`
    return { title, ...season, action: toQuestion('接着答') }
  }
  const assessment = assess(pack, facts)
  const grade = headlineGrade(assessment)
  const { verdict } = assessment.grades[`${grade}`]
  if (verdict === 'ineligible')
    return { title: '看一看自查结果', text: '今年还不能申报，结果里写明了差在哪里。', action: toVerdict('看结果') }
  const title = verdict === 'eligible' ? `准备申报${gradeName(grade)}` : `看一看${gradeName(grade)}还差哪一点`
  return { title, ...season, action: toVerdict('看结果和材料') }
}

const closed = (pack: Pack, day: string | undefined): Step | undefined => {
  const { registrationOpensOn: opens, registrationClosesOn: closes } = pack.schedule
  if (day === undefined || (day >= opens && day <= closes)) return undefined
  if (day < opens) {
    return { title: '先查一查您能报几级', text: `${chineseDay(opens)}起可以报名。`, action: toQuestion('开始自查') }
  }
  const text = `${chineseDay(closes)}24:00 已停止报名。可以先查一查，为下一年做准备。`
  return { title: '今年的网上报名已经结束', text, action: toQuestion('查一查条件') }
}

/** What the person does next and until when: the application first, then the season, then the self-check. */
export const useNextStep = (day: string | undefined): Step => {
  const pack = usePack()
  const kept = useStored(answers)
  const mine = useMyApplications().items?.[0]
  const payment = usePaymentStatus(mine && awaitsPayment(mine.state) ? mine.id : undefined)
  const season = untilClose(pack, day)
  if (mine && mine.stage !== 'ended') return ofApplication(mine, season, { payment, day })
  return closed(pack, day) ?? ofAnswers(pack, kept, season)
}

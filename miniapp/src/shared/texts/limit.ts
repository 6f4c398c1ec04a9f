import { type CorrectionLimit } from '@app/contract'
import { chineseDay } from './days'

/** 请在 3月27日（周一）24:00 前改好，还剩 1 个工作日。 Where the limit is not known it is said, never guessed. */
export const limitText = (limit: CorrectionLimit): string => {
  if (limit.passed) return '改正的期限已经过了。请马上联系单位经办人或工考办。'
  if (limit.state === 'unknown')
    return `请尽快改好，最晚 ${chineseDay(limit.windowClose)}24:00 前。具体期限请问审查单位。`
  const left = limit.workDaysLeft === 0 ? '今天是最后一天' : `还剩 ${limit.workDaysLeft} 个工作日`
  const cut = limit.nominal === limit.effective ? '' : '（审查到这一天结束）'
  return `请在 ${chineseDay(limit.effective)}24:00 前改好${cut}，${left}。`
}

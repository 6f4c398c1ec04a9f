import { type CriterionId, type Facts } from '@app/shared-rules'

/** The person's own value beside what is needed; where a date alone would not say what it is of, it is said. */
export const ownValue = (facts: Facts, id: CriterionId, actual: string | undefined): string | undefined => {
  if (id === 'scope.retirement' && facts.retired) return '您：已办理退休手续'
  if (actual === undefined) return undefined
  return id === 'scope.retirement' ? `您到退休年龄：${actual}` : `您：${actual}`
}

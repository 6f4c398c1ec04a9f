import { type Pack, type YearlyAssessment } from '@app/shared-rules'

/** 合格，优秀共产党员，还没备案; undefined: no answer for the year. */
export const yearText = (pack: Pack, given: YearlyAssessment | undefined) => {
  if (!given) return undefined
  const member = given.outstandingPartyMember ? '，优秀共产党员' : ''
  const filed = given.filed === false ? '，还没备案' : ''
  return `${pack.texts.options.assessmentResult[given.result]}${member}${filed}`
}

import { type IdNumberProblem, idNumberProblem } from '@app/shared-rules'

const words: Record<IdNumberProblem, string> = {
  length: '身份证号是 18 位',
  characters: '身份证号只有数字，最后一位可以是 X，请再看一遍。',
  date: '第 7 到 14 位是出生年月日，这个日期不存在，请对照身份证再看一遍。',
  checksum: '身份证号有一位填错了（最后一位对不上），请对照身份证再看一遍。',
}

/** What is wrong with an ID number (without spaces, X in upper case), if anything. */
export const idNumberText = (id: string): string | undefined => {
  if (id === '') return '请填身份证号。'
  const problem = idNumberProblem(id)
  if (problem === undefined) return undefined
  return problem === 'length' ? `${words.length}，现在是 ${id.length} 位。` : words[problem]
}

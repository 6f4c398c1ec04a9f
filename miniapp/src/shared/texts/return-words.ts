interface Returned {
  code: string
  words: string
}

const byCode: Readonly<Record<string, string>> = {
  unreadable: '看不清',
  'wrong-paper': '不是要的那份材料',
  'missing-page': '缺页',
  'differs-from-file': '与人事档案不一致',
  incomplete: '不完整',
  wrong: '填写有误',
  'seal-missing': '缺公章或签字',
}

/** Why something was returned: the words of who returned it; where there are none, those of the reason that was picked. */
export const returnWords = ({ code, words }: Returned): string =>
  words.trim() || (byCode[code] ?? '没有写原因，请问退回的单位')

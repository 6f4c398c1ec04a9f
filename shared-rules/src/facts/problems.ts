import type { FactProblem, ProblemCode } from './facts'

/** What went wrong and what to do, in the reader's words; the screen names the field. */
const messages: Readonly<Record<ProblemCode, string>> = {
  'unknown-key': '没有这一项，请删去，或核对名称',
  'wrong-type': '填写的格式不对，请按说明重新填写',
  'impossible-date': '没有这一天，请核对年月日（1900年至2100年）',
  'out-of-range': '超出范围：名次和奖级从1起，每一类最多填50条',
  'before-birth': '参加工作时年龄不足15周岁，请核对出生日期和参加工作时间',
  'before-work': '早于参加工作时间，请核对这两个日期',
  'after-registration': '晚于报名截止日，请填写截止日以前的日期',
  'unknown-occupation': '工种目录里没有这个工种，请从目录中选择',
  duplicate: '重复填写了，请只保留一条',
  'exam-year': '考试年份只能是发证当年；1月至3月发的证，也可以是上一年',
  'given-and-unsure': '已经填写的内容不能同时选“不清楚”，请保留一个',
}

/** Collects all problems, not only the first. */
export class Problems {
  readonly found: FactProblem[] = []
  private readonly seen = new Set<string>()

  add(field: string, code: ProblemCode): undefined {
    const problem = `${code} ${field}`
    if (!this.seen.has(problem)) {
      this.seen.add(problem)
      this.found.push({ field, code, message: messages[code] })
    }
    return undefined
  }
}

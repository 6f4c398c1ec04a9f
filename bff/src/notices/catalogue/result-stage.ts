import type { NoticeName } from '../../applications/table/edge'
import { factsText } from './fact-words'
import { itemsText } from './item-words'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import {
  nothingToDo,
  officeText,
  examOfPerson,
  personOf,
  say,
  theirExam,
  toPerson,
  toStatus,
  whom,
  whomForContact,
} from './phrases'

interface Outcome {
  title: string
  /** What happened, with whose it is before it. */
  what: string
  todo?: (occasion: Occasion) => string
  hint: string
}

const askOffice = ({ subject }: Occasion): string => `有疑问请联系${officeText(subject)}。`

const outcome =
  ({ title, what, todo, hint }: Outcome) =>
  (occasion: Occasion): NoticeContent => {
    const { subject, items, facts } = occasion
    const said = [factsText(facts), itemsText(items) && `说明：${itemsText(items)}。`].filter(Boolean).join('')
    return say(occasion, {
      title,
      happened: `${theirExam(subject)}${what}。${said}${todo ? '' : nothingToDo}`,
      todo: todo?.(occasion),
      place: toStatus(subject),
      wechat: { template: 'progress', what: title, whom: whom(subject), hint },
    })
  }

function certifiedForUnit(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  return say(occasion, {
    title: `${personOf(subject)}的证书已发`,
    happened: `${examOfPerson(subject)}合格，证书已经发了。${factsText(facts)}`,
    place: toPerson(subject),
    wechat: { template: 'progress', what: '有人的证书已发', whom: whomForContact(subject), hint: '考核合格' },
  })
}

type ResultStage = Extract<
  NoticeName,
  'score-published' | 'result' | 'objection-answered' | 'review-result' | 'public-notice' | 'certified' | 'not-passed'
>

const unit = { none: 'nothing is asked of the unit; the desk shows it' }
const department = { none: 'nothing is asked of the department; the desk shows it' }

/** 成绩, 评审, 公示 and 证书 (四, 五(五)). */
export const resultStage: Record<ResultStage, CatalogueEntry> = {
  'score-published': {
    applicant: { words: outcome({ title: '成绩已公布', what: '成绩公布了', todo: askOffice, hint: '点开看成绩' }) },
    unit,
    department,
  },
  result: {
    applicant: {
      words: outcome({ title: '考核有了结果', what: '有了结果', todo: askOffice, hint: '点开看结果' }),
    },
    unit,
    department,
  },
  'objection-answered': {
    applicant: {
      words: outcome({ title: '异议有了答复', what: '的异议有了答复', todo: askOffice, hint: '点开看答复' }),
    },
    unit,
    department,
  },
  'review-result': {
    applicant: { words: outcome({ title: '综合评审有了结果', what: '的综合评审有了结果', hint: '点开看结果' }) },
    unit,
    department,
  },
  'public-notice': {
    applicant: { words: outcome({ title: '正在公示', what: '结果正在公示', hint: '公示完了会再告诉您' }) },
    unit,
    department,
  },
  certified: {
    applicant: {
      words: outcome({
        title: '证书已发',
        what: '合格，证书已经发了',
        todo: () => '怎么领证书，请问单位经办人。',
        hint: '领证书请问单位经办人',
      }),
    },
    unit: { words: certifiedForUnit },
    department,
  },
  'not-passed': {
    applicant: {
      words: outcome({ title: '考核没有通过', what: '没有通过', todo: askOffice, hint: '有疑问请联系工考办' }),
    },
    unit,
    department,
  },
}

import type { NoticeName } from '../../applications/table/edge'
import { factsText, factsWhen } from './fact-words'
import { itemsText } from './item-words'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import { officeText, examOfPerson, personOf, say, theirExam, toPerson, toStatus, whom, whomForContact } from './phrases'

interface Announced {
  title: string
  /** What it is, with whose it is before it. */
  what: string
  todo: (occasion: Occasion) => string
  hint: string
}

/** What was announced, as far as the office said it. */
function saidText({ items, facts, subject }: Occasion): string {
  const words = [factsText(facts), itemsText(items)].filter(Boolean).join('')
  return words || `时间和地点请问单位经办人或${officeText(subject)}。`
}

const announced =
  ({ title, what, todo, hint }: Announced) =>
  (occasion: Occasion): NoticeContent => {
    const { subject, facts } = occasion
    const when = factsWhen(facts)
    return say(occasion, {
      title,
      happened: `${theirExam(subject)}${what}。${saidText(occasion)}`,
      todo: todo(occasion),
      place: toStatus(subject),
      wechat: { template: 'exam', what: title, whom: whom(subject), hint, ...(when && { when }) },
    })
  }

function trainingForUnit(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  const when = factsWhen(facts)
  return say(occasion, {
    title: `${personOf(subject)}有培训通知`,
    happened: `${examOfPerson(subject)}有培训通知。${saidText(occasion)}`,
    todo: '请安排好工作，让本人按时参加。',
    place: toPerson(subject),
    wechat: {
      ...{ template: 'exam', what: '有人要参加培训', whom: whomForContact(subject), hint: '请安排本人按时参加' },
      ...(when && { when }),
    },
  })
}

type ExamStage = Extract<NoticeName, 'training-announced' | 'ticket-issued' | 'site-changed' | 'schedule-changed'>

const unit = { none: 'the person is told where and when; nothing is asked of the unit' }
const department = { none: 'it is between the person, the unit and the office' }

/** 培训 and 考试 (五(三), (四)). */
export const examStage: Record<ExamStage, CatalogueEntry> = {
  'training-announced': {
    applicant: {
      words: announced({
        title: '培训通知',
        what: '有了培训通知',
        todo: () => '请记好时间和地点，按时参加。',
        hint: '请按时参加培训',
      }),
    },
    unit: { words: trainingForUnit },
    department,
  },
  'ticket-issued': {
    applicant: {
      words: announced({
        title: '准考证已发',
        what: '的准考证已经发了',
        todo: () => '请看清考试的时间和地点，考试那天带上身份证和准考证。',
        hint: '带身份证和准考证',
      }),
    },
    unit,
    department,
  },
  'site-changed': {
    applicant: {
      words: announced({
        title: '考点有变动',
        what: '的考点有变动',
        todo: () => '请按新的考点去考试，不要走错地方。',
        hint: '请按新的考点去考试',
      }),
    },
    unit,
    department,
  },
  'schedule-changed': {
    applicant: {
      words: announced({
        title: '日程有变动',
        what: '的日程有变动',
        todo: ({ subject }) => `请按新的时间安排，不清楚的请问${officeText(subject)}。`,
        hint: '请按新的时间安排',
      }),
    },
    unit,
    department,
  },
}

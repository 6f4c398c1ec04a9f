import { AssessmentsQuestion } from '../assessments/assessments-question'
import { CertificatesQuestion } from '../certificates/certificates-question'
import { HonoursQuestion } from '../honours/honours-question'
import { type Asked } from './asked'
import { ChoiceQuestion } from './choice-question'
import { MonthOrNoneQuestion, MonthQuestion } from './date-question'
import { OccupationQuestion } from './occupation-question'
import { DayQuestion, ExamYearQuestion } from './part-question'

/** The screen of each kind of question. */
export const QuestionBody = ({ asked }: { asked: Asked }) => {
  switch (asked.question.kind) {
    case 'choice':
    case 'yes-no':
      return <ChoiceQuestion asked={asked} />
    case 'occupation':
      return <OccupationQuestion asked={asked} />
    case 'month':
      return <MonthQuestion asked={asked} />
    case 'month-or-none':
      return <MonthOrNoneQuestion asked={asked} />
    case 'day':
      return <DayQuestion asked={asked} />
    case 'exam-year':
      return <ExamYearQuestion asked={asked} />
    case 'certificates':
      return <CertificatesQuestion asked={asked} />
    case 'assessments':
      return <AssessmentsQuestion asked={asked} />
    case 'honours':
      return <HonoursQuestion asked={asked} />
  }
}

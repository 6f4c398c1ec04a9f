import { type Grade } from '@app/shared-rules'
import { open } from '@/shared/navigation'
import { answers } from '@/shared/storage/answers'

/** From the self-check into the application: the grade chosen goes with the answers, which fill the form. */
export const startApplication = (grade: Grade) => {
  answers.set({ ...answers.get(), grade })
  open('apply', 'start')
}

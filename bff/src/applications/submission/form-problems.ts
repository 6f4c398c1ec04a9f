import type { ApplicationForm, Facts, WorkExperience } from '../../contract'
import { birthDateOfIdNumber, idNumberProblem } from '../../eligibility/id-number'
import { refuse } from '../refuse'

interface Problem {
  field: string
  code: 'format' | 'order' | 'empty'
}

/** @throws AppError `id-number-invalid` {problem}, `form-invalid` {problems} naming each field */
export function checkForm(form: ApplicationForm): void {
  const problem = idNumberProblem(form.idNumber ?? '')
  if (problem) throw refuse('id-number-invalid', { problem })
  const problems: Problem[] = [
    ...(/^1\d{10}$/.test(form.phone ?? '') ? [] : [{ field: 'form.phone', code: 'format' as const }]),
    ...(form.workExperience ?? []).flatMap(experienceProblems),
  ]
  if (problems.length > 0) throw refuse('form-invalid', { problems })
}

const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/

function experienceProblems({ from, to, employer, post }: WorkExperience, index: number): Problem[] {
  const field = `form.workExperience[${index}]`
  return [
    ...(month.test(from) ? [] : [{ field: `${field}.from`, code: 'format' as const }]),
    ...(to === undefined || month.test(to) ? [] : [{ field: `${field}.to`, code: 'format' as const }]),
    ...(to !== undefined && to < from ? [{ field: `${field}.to`, code: 'order' as const }] : []),
    ...(employer.trim() ? [] : [{ field: `${field}.employer`, code: 'empty' as const }]),
    ...(post.trim() ? [] : [{ field: `${field}.post`, code: 'empty' as const }]),
  ]
}

/** The personnel file and the ID number may differ: shown, never refused. A month in the file is compared as a month. */
export function birthDateDiffers(
  idNumber: string | undefined,
  facts: Facts,
): { idNumber: string; file: string } | undefined {
  const file = facts.birthDate
  if (!idNumber || !file || idNumberProblem(idNumber)) return undefined
  const born = birthDateOfIdNumber(idNumber)
  return born === undefined || born.startsWith(file) ? undefined : { idNumber: born, file }
}

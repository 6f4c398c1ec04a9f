import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { AppError } from '../errors/app-error'

/** Bodies and queries against their DTO classes. Names the fields (`form.name`), never what was in them. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => new AppError('body-invalid', { fields: fieldsOf(errors, '') }),
})

interface WrongField {
  field: string
  /** Names of the checks that failed: `isString`, `whitelistValidation`. */
  checks: string[]
}

function fieldsOf(errors: ValidationError[], prefix: string): WrongField[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = prefix + property
    const own = constraints ? [{ field, checks: Object.keys(constraints) }] : []
    return [...own, ...fieldsOf(children ?? [], `${field}.`)]
  })
}

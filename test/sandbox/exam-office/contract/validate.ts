import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import contract from '../../../../docs/api/exam-office.openapi.json'
import { Refusal } from './refusal'

export type SchemaName = keyof typeof contract.components.schemas

const ajv = new Ajv2020({ allErrors: true, strict: false })
// Only the part that is JSON Schema: a $ref of the document stays right, since it keeps its path.
ajv.addSchema({ $id: 'contract', components: contract.components })
const compiled = new Map<SchemaName, ValidateFunction>()

/** What does not conform, each with its place; empty when all is well. */
export function problemsOf(name: SchemaName, value: unknown): string[] {
  const validate = compiled.get(name) ?? ajv.compile({ $ref: `contract#/components/schemas/${name}` })
  compiled.set(name, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message}${'additionalProperty' in params ? `: ${params['additionalProperty']}` : ''}`,
  )
}

/** Bytes of a request → its content, or a Refusal that names every fault. */
export function accept<T>(name: SchemaName, body: Buffer): T {
  const value = parse(body)
  const problems = problemsOf(name, value)
  if (problems.length > 0) throw invalid(problems)
  // The schema has just been checked; T is its shape.
  return value as T
}

export function invalid(problems: string[]): Refusal {
  return new Refusal(400, 'invalid-request', 'The request does not conform to the contract.', { problems })
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw invalid(['/ is not JSON in UTF-8'])
  }
}

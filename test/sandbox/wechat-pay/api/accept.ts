import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { refuse, type Refusal } from './refusal'

const ajv = new Ajv({ allErrors: false, strict: true, strictRequired: false })
const tooManyFields = 270924358

export function schemaOf<T>(schema: object): ValidateFunction<T> {
  return ajv.compile<T>(schema)
}

/** The body, or the PARAM_ERROR that names the first fault. A field that WeChat Pay does not know is one. */
export function accept<T>(validate: ValidateFunction<T>, body: Buffer): T {
  const value = parse(body)
  if (validate(value)) return value
  throw paramError(validate.errors?.[0], value)
}

/** Known query parameters with text that is not empty; any other one is refused. */
export function acceptQuery(query: Record<string, string>, required: string[], optional: string[] = []): void {
  const unknown = Object.keys(query).find((name) => !required.includes(name) && !optional.includes(name))
  if (unknown !== undefined)
    throw refuse('PARAM_ERROR', `传入了多余的参数：${unknown}`, {
      number: tooManyFields,
      detail: { location: 'query' },
    })
  const missing = required.find((name) => !query[name])
  if (missing !== undefined)
    throw refuse('PARAM_ERROR', `缺少参数：${missing}`, { detail: { location: 'query', field: `/query/${missing}` } })
}

function paramError(error: ErrorObject | undefined, body: unknown): Refusal {
  const field = `/body${error?.instancePath ?? ''}`
  if (error?.keyword === 'additionalProperties') {
    const extra: unknown = error.params['additionalProperty']
    return refuse('PARAM_ERROR', `输入源“${field}/${extra}”：传入了多余的参数`, {
      number: tooManyFields,
      detail: { location: 'body', field: `${field}/${extra}`, issue: 'unknown field' },
    })
  }
  const value = valueAt(body, error?.instancePath ?? '')
  return refuse('PARAM_ERROR', `输入源“${field}”校验失败：${error?.message ?? ''}`, {
    detail: { location: 'body', field, ...(typeof value !== 'object' && { value }) },
  })
}

function valueAt(body: unknown, path: string): unknown {
  let part = body
  for (const name of path.split('/').slice(1)) part = Object.entries(part ?? {}).find(([key]) => key === name)?.[1]
  return part
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw refuse('PARAM_ERROR', '请求体不是合法的JSON', { detail: { location: 'body' } })
  }
}

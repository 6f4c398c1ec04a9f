import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { format } from 'prettier'
import { createGenerator } from 'ts-json-schema-generator'
import { repository } from '../architecture/source-files'

interface Operation {
  responses: Record<string, { description: string; content?: object }>
  'x-answer'?: string
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

/** docs/api/openapi.json: routes and bodies from the running BFF, shapes of answers from the contract's types. */
export async function drawOpenApi(): Promise<string> {
  const file = path.join(repository, 'bff/dist/open-api-file.js')
  const document: Document = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }))
  const schemas = contractSchemas()
  Object.assign(document.components.schemas, schemas)
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    describeAnswers(operation, schemas)
  }
  return format(JSON.stringify(document), { parser: 'json', printWidth: 120 })
}

function describeAnswers(operation: Operation, schemas: Record<string, unknown>): void {
  const answer = operation['x-answer']
  delete operation['x-answer']
  if (answer !== undefined && !(answer in schemas)) throw new Error(`The contract has no type ${answer}`)
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith('2') && answer !== undefined) response.content = json(answer)
  }
  operation.responses['default'] = { description: 'code, facts, requestId', content: json('ErrorBody') }
}

const json = (name: string): object => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })

/** Every exported type of the contract as JSON schema, references as OpenAPI writes them. */
function contractSchemas(): Record<string, unknown> {
  const generator = createGenerator({
    path: path.join(repository, 'bff/src/contract/index.ts'),
    tsconfig: path.join(repository, 'bff/tsconfig.json'),
    type: '*',
    skipTypeCheck: true,
    additionalProperties: true,
  })
  const definitions = Object.entries(generator.createSchema('*').definitions ?? {})
  const text = JSON.stringify(Object.fromEntries(definitions.map(([name, schema]) => [plain(name), schema])))
  return JSON.parse(
    text.replace(/#\/definitions\/([^"]+)/g, (_, name) => `#/components/schemas/${plain(decodeURIComponent(name))}`),
  )
}

/** OpenAPI takes no `Page<X>` for a name. */
const plain = (name: string): string => name.replace(/[^\w.-]+/g, '_').replace(/_$/, '')

import 'reflect-metadata'
import { openApiText } from './open-api-text'

/** `node bff/dist/open-api-file.js > docs/api/openapi.json` */
openApiText().then(
  (text) => process.stdout.write(text),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exitCode = 1
  },
)

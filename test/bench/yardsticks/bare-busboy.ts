import busboy from 'busboy'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The least that an upload can be: node's server, busboy, a hash, a file. Tells its address by IPC. */
const folder = process.env.BENCH_FOLDER ?? ''

function take(request: IncomingMessage, response: ServerResponse): void {
  const parts = busboy({ headers: request.headers })
  parts.on('file', (_, file) => {
    const hash = createHash('sha256')
    const tally = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    void pipeline(file, tally, createWriteStream(path.join(folder, randomUUID()))).then(() => {
      response
        .writeHead(202, { 'content-type': 'application/json' })
        .end(JSON.stringify({ sha256: hash.digest('hex') }))
    })
  })
  request.pipe(parts)
}

const server = createServer(take)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
process.once('disconnect', () => process.exit(0))

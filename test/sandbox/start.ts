import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSteps } from '../support/builds'
import { runSteps } from '../support/steps'
import { takeFolder } from './start/one-at-a-time'
import { startAll } from './start/start-all'
import { readyWords } from './start/words'

const root = resolve(__dirname, '../..')
const folder = join(root, '.local/start')

/** `npm start`: the whole product on this machine, with stand-ins for WeChat, WeChat Pay and the exam office. `--fresh` begins anew. */
async function main(): Promise<number> {
  if (!takeFolder(folder)) return say('已经在运行了：请用那一个，或先按 Ctrl-C 结束它。 / It is running already.', 1)
  const fresh = process.argv.includes('--fresh')
  if (fresh) rmSync(folder, { recursive: true, force: true })
  takeFolder(folder)
  const second = existsSync(join(folder, 'registration.sqlite'))

  say('准备程序（第一次约一两分钟） / Building what has changed …')
  const failed = await runSteps(buildSteps('shared-rules', 'bff', 'h5'))
  if (failed.length > 0)
    return say(`没有启动：${failed.join('、')} 没有成功，原因在上面。 / Not started, see above.`, 1)

  say('启动 / Starting …')
  const told = untilTold()
  const running = await startAll({ folder, root })
  say(readyWords(running, second))
  const lastWords = await Promise.race([told, running.oneEnded])
  await running.stop()
  return lastWords === undefined ? say('已结束。 / Ended.', 0) : say(`有一个程序停了，所以全部停下：\n${lastWords}`, 1)
}

function say(text: string, code = 0): number {
  process.stdout.write(`${text}\n`)
  return code
}

/** Until Ctrl-C or a kill; a second one, which npm may send too, does not break into the ending. */
function untilTold(): Promise<undefined> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done(undefined))
  })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`没有启动。 / Not started.\n${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)

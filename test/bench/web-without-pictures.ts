import { createRequire } from 'node:module'
import path from 'node:path'

/*
 * The BFF's web process as it is built, but nobody makes pictures, sends messages or runs jobs: started by the bench with its
 * settings in the environment, it tells its address by IPC.
 */

const load = createRequire(__filename)
const built = (file: string): string => path.join(__dirname, '../../bff/dist', file)

async function main(): Promise<void> {
  load('reflect-metadata')
  const { createApp }: typeof import('../../bff/src/create-app') = load(built('create-app.js'))
  const { readSettings }: typeof import('../../bff/src/platform/settings/read-settings') = load(
    built('platform/settings/read-settings.js'),
  )
  const { ManualClock }: typeof import('../../bff/src/platform/time/clock') = load(built('platform/time/clock.js'))
  const settings = readSettings(process.env)
  const app = await createApp(settings, new ManualClock(process.env.BENCH_NOW ?? ''))
  await app.listen(0, '127.0.0.1')
  process.send?.(await app.getUrl())
}

process.once('disconnect', () => process.exit(0))
void main()

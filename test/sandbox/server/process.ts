import { type Listening } from './listen'

/** One setting of a stand-in's process; throws with its name where it is absent. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing.`)
  return value
}

/** Runs a stand-in until the process is told to end, and lets it write down what it must. */
export async function untilStopped(start: () => Promise<Listening>): Promise<void> {
  try {
    const { url, close } = await start()
    process.stdout.write(`listening on ${url}\n`)
    // A terminal may tell twice, itself and through npm: the first one counts.
    let ending: Promise<void> | undefined
    const end = (): void => void (ending ??= close().finally(() => process.exit(0)))
    process.on('SIGTERM', end).on('SIGINT', end)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

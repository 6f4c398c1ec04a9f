import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Findings } from './probe'

const repository = path.resolve(__dirname, '../../..')

/** The probe and all that it reaches as one script: the same source that the phone and the server run. */
export function bundleProbe(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dates-probe-'))
  const outfile = path.join(folder, 'probe.cjs')
  const alias = { '@app/shared-rules': path.join(repository, 'shared-rules/src') }
  buildSync({ entryPoints: [path.join(__dirname, 'probe.ts')], bundle: true, platform: 'node', outfile, alias })
  return outfile
}

/** Runs it in a process whose machine stands in `zone`. */
export function runProbe(script: string, zone: string): Findings {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env: { TZ: zone }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the probe failed in ${zone}: ${stderr}`)
  return JSON.parse(stdout) as Findings
}

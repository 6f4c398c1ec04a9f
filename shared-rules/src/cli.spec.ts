import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reference } from './policies/jiaozuo-2023/cases.fixture'

const folder = mkdtempSync(join(tmpdir(), 'self-check-'))

function selfCheck(args: string[], input = '') {
  const run = spawnSync(process.execPath, [require.resolve('tsx/cli'), join(__dirname, 'cli.ts'), ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  })
  return { status: run.status, out: run.stdout, lines: run.stderr.split('\n').filter((line) => line !== '') }
}

describe('npm run self-check', () => {
  it('prints one assessment for one person in a file of the caller’s directory', () => {
    writeFileSync(join(folder, 'one.json'), JSON.stringify(reference))
    const { status, out } = selfCheck(['one.json'])
    expect(JSON.parse(out)).toMatchObject({ pack: 'jiaozuo-2023', grades: { 5: { verdict: 'eligible' } } })
    expect(status).toBe(0)
  })

  it('reads a file with a byte order mark, as Windows writes it', () => {
    expect(selfCheck(['-'], `\uFEFF${JSON.stringify(reference)}`).status).toBe(0)
  })

  it('prints an array in the order of the input; refused facts stand in their place, and it exits with 1', () => {
    const { status, out } = selfCheck(['--pack', 'jiaozuo-2023', '-'], JSON.stringify([{ sex: 1 }, reference, 7]))
    expect(JSON.parse(out)).toMatchObject([
      { errors: [{ field: 'sex', code: 'wrong-type' }] },
      { grades: { 5: { verdict: 'eligible' } } },
      { errors: [{ field: '', code: 'wrong-type' }] },
    ])
    expect(status).toBe(1)
  })

  it.each([
    ['no argument', []],
    ['two files', ['a.json', 'b.json']],
    ['no such file', ['nowhere.json']],
    ['an unknown pack', ['--pack', 'jiaozuo-1999', '-']],
    ['a pack without its name', ['one.json', '--pack']],
    ['no JSON', ['-']],
  ])('%s: one line on standard error, nothing on standard output, exit 2', (_, args) => {
    expect(selfCheck(args, '{')).toMatchObject({ status: 2, out: '', lines: [expect.any(String)] })
  })
})

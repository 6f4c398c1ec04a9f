import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const entry = require.resolve('@sparticuz/chromium')
const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), '../../package.json'), 'utf8')) as {
  version: string
}

const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}/400Regular</dir><dir>${fonts}/700Bold</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`

/** Unpacks into `folder`. The package asks os.tmpdir() and brings its libraries only where it believes to be on Lambda: hence a child. */
function unpackInto(folder: string): void {
  mkdirSync(folder)
  const script = `require(${JSON.stringify(entry)}).executablePath().then((file) => process.stdout.write(file))`
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  execFileSync(process.execPath, ['-e', script], { env })
}

export interface UnpackedChromium {
  executablePath: string
  env: Record<string, string>
}

/** The settings name this checkout's fonts, the browser's folder is shared: hence a file per place. */
function fontSettingsIn(folder: string): string {
  const file = path.join(folder, `fonts-${createHash('sha256').update(fonts).digest('hex').slice(0, 12)}.conf`)
  if (!existsSync(file)) {
    writeFileSync(`${file}-${process.pid}`, fontSettings(folder))
    renameSync(`${file}-${process.pid}`, file)
  }
  return file
}

/**
 * Unpacks Chromium and its libraries (about 2 s), later only finds them. The folder bears the version and appears
 * whole by one rename, so that two test workers cannot meet half a browser.
 */
export function unpackChromium(): UnpackedChromium {
  const folder = path.join(tmpdir(), `app-chromium-${version}`)
  if (!existsSync(folder)) {
    const partial = `${folder}-${process.pid}`
    unpackInto(partial)
    if (existsSync(folder)) rmSync(partial, { recursive: true })
    else renameSync(partial, folder)
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_FILE: fontSettingsIn(folder) },
  }
}

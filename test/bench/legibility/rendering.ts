import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type Sharp from 'sharp'

/** sharp that draws Chinese in SVG: the one font there is must be named before sharp is loaded for the first time. */
export async function sharpWithFont(): Promise<typeof Sharp> {
  const folder = path.join(tmpdir(), 'legibility-fonts')
  mkdirSync(folder, { recursive: true })
  const weights = ['300Light', '400Regular'].map((weight) => `<dir>${fontFolder(weight)}</dir>`)
  const file = path.join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${weights.join('')}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = file
  return (await import('sharp')).default
}

const fontFolder = (weight: string) =>
  path.join(path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')), weight)

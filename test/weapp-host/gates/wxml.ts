import { TmplGroup } from 'glass-easel-template-compiler'
import { wxmlToJs } from 'miniprogram-compiler'
import { openDist } from '../host/dist'
import { filesOf } from './packages'

interface Diagnostic {
  message: string
  path: string
  startLine: number
  startColumn: number
}

/**
 * Faults of syntax in the WXML of a build, by WeChat's own compiler and by its open successor: the first passes over an
 * expression that does not end, the second gives every place. Neither needs the network.
 */
export const wxmlProblems = (root: string): string[] => [...officialProblems(root), ...openProblems(root)]

function officialProblems(root: string): string[] {
  try {
    wxmlToJs(root)
    return []
  } catch (error) {
    return [(error as Error).message.trim()]
  }
}

function openProblems(root: string): string[] {
  const dist = openDist(root)
  const group = new TmplGroup()
  try {
    return filesOf(root)
      .filter((file) => file.endsWith('.wxml'))
      .flatMap((file) => group.addTmpl(file.replace(/\.wxml$/, ''), dist.read(file)) as Diagnostic[])
      .map(
        ({ path, startLine, startColumn, message }) => `${path}.wxml:${startLine + 1}:${startColumn + 1}: ${message}`,
      )
  } finally {
    group.free()
  }
}

import type { Edge } from './edge'
import { ends } from './table'

const heading = `# The states of an application

Drawn from \`bff/src/applications/table\` by \`npm run generate\`; do not edit. One row is one edge: nothing else changes a state.
`

const label = (edge: Edge) => (edge.when ? `${edge.event} [${edge.when}]` : edge.event)

/** docs/states.md: the picture of the edges that change the state, and the whole table. */
export function drawStates(edges: readonly Edge[]): string {
  const picture = edges
    .filter((edge) => edge.from !== edge.to && edge.event !== 'disqualified')
    .map((edge) => `  ${edge.from ?? '[*]'} --> ${edge.to}: ${label(edge)}`)
  const closing = ends.map((state) => `  ${state} --> [*]`)
  const table = edges.map(
    (edge) =>
      `| ${edge.from ?? '(beginning)'} | ${label(edge)} | ${edge.to} | ${edge.stage} | ${noticeOf(edge)} | ${edge.sends ?? ''} |`,
  )
  return [
    heading,
    '```mermaid',
    'stateDiagram-v2',
    ...picture,
    ...closing,
    '```',
    '',
    'Not drawn: `disqualified` (三(四)), which leaves every state that the exam office knows.',
    '',
    '| from | event | to | stage that the applicant sees | notice | sent to the office |',
    '|---|---|---|---|---|---|',
    ...table,
    '',
  ].join('\n')
}

function noticeOf(edge: Edge): string {
  return typeof edge.notice === 'string' ? edge.notice : `none: ${edge.notice.none}`
}

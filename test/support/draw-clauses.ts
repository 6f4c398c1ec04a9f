import { type Grade, gradeName, type Pack } from '@app/shared-rules'

const grades: readonly Grade[] = [5, 4, 3, 2, 1]

/** The rows of all grades that rest on a clause, a line for each, with the grades that have it. */
function rowsOf(pack: Pack, clause: string): string[] {
  const rows = new Map<string, Grade[]>()
  for (const grade of grades) {
    for (const row of [...pack.grades[grade].gates, ...pack.grades[grade].conditions].filter(
      (one) => one.clause === clause,
    )) {
      const words = row.quote === '' ? '（由条文推定）' : `“${row.quote}”`
      const line = `\`${row.id}\` ${pack.texts.criteria[row.id].label}：${words}`
      rows.set(line, [...(rows.get(line) ?? []), grade])
    }
  }
  const names = (of: readonly Grade[]) =>
    of.length === grades.length ? '各等级' : of.map((grade) => gradeName(grade)).join('、')
  return [...rows].map(([line, of]) => `- ${names(of)}：${line}`)
}

const readingsOf = (pack: Pack, clause: string) =>
  Object.values(pack.readings)
    .filter(({ id }) => pack.texts.readings[id].clause === clause)
    .map(({ id, options, lean }) => {
      const ways = options.map((option) => (option === lean ? `**${option}**` : option)).join(' · ')
      return `- 待明确 \`${id}\`：${pack.texts.readings[id].question}${ways === '' ? '' : `（${ways}）`}`
    })

function section(pack: Pack, id: string, heading: string, text: string): string[] {
  const notes = [...rowsOf(pack, id), ...readingsOf(pack, id)]
  const quoted = text === '' ? [] : [...text.split('\n').map((line) => `> ${line}`), '']
  return [`## ${heading}`, '', `\`${id}\``, '', ...quoted, ...(notes.length === 0 ? [] : [...notes, ''])]
}

/** docs/clauses.md: the notice in its own words, and under each clause what the product makes of it. */
export const drawClauses = (pack: Pack): string =>
  [
    `# ${pack.title}`,
    '',
    `${pack.document}. Drawn from the pack \`${pack.id}\` by \`npm run generate\`; do not edit. Under each clause: the criteria that rest on it, and the`,
    'points that its words leave open (待明确), with the ways to read them; the one that the text leans to is bold.',
    '',
    ...pack.clauses.flatMap(({ id, heading, text }) => section(pack, id, heading, text)),
  ].join('\n')

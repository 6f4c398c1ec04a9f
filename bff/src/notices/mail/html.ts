const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

export interface Part {
  /** Heading of the part; absent: none. */
  heading?: string
  lines: Line[]
}

export interface Line {
  label?: string
  text: string
  /** Where the text leads. */
  href?: string
}

/** A mail as its reader sees it, said once for both forms. */
export interface Sheet {
  /** First line: what it is about. */
  title: string
  parts: Part[]
  /** Why one gets it, and how to stop it. */
  footer: string[]
}

/** For mail programs that show no HTML, and for whoever prefers it so. */
export function plainText({ title, parts, footer }: Sheet): string {
  const blocks = parts.map(({ heading, lines }) => [
    ...(heading === undefined ? [] : [heading]),
    ...lines.map(plainLine),
  ])
  return [[title], ...blocks, ['——', ...footer]].map((lines) => lines.join('\n')).join('\n\n') + '\n'
}

const plainLine = ({ label, text, href }: Line): string =>
  `${label === undefined ? '' : `${label}：`}${text}${href === undefined ? '' : `\n${href}`}`

// Mail programs drop style sheets; dark ones turn the colours themselves.
const body =
  'margin:0;padding:16px;font:17px/1.6 system-ui,sans-serif;color:#1f2329;background:#ffffff;overflow-wrap:anywhere;word-break:break-word'
const sheet = 'max-width:600px;margin:0 auto'
const quiet = 'margin:24px 0 0;padding:12px 0 0;border-top:1px solid #d5d9de;font-size:15px;color:#5c6470'

/** Nothing is loaded from anywhere, and no script runs. */
export function htmlPage({ title, parts, footer }: Sheet): string {
  const sections = parts.map(
    ({ heading, lines }) =>
      `${heading === undefined ? '' : `<h2 style="font-size:18px;margin:24px 0 4px">${escaped(heading)}</h2>`}${lines.map(htmlLine).join('')}`,
  )
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>`,
    `<body style="${body}"><main style="${sheet}"><h1 style="font-size:22px;line-height:1.4;margin:0 0 8px">${escaped(title)}</h1>`,
    ...sections,
    `<footer style="${quiet}">${footer.map((line) => `<p style="margin:0 0 4px">${escaped(line)}</p>`).join('')}</footer>`,
    '</main></body></html>',
  ].join('\n')
}

function htmlLine({ label, text, href }: Line): string {
  const words =
    href === undefined ? escaped(text) : `<a href="${escaped(href)}" style="color:#0b5cab">${escaped(text)}</a>`
  return `<p style="margin:0 0 8px">${label === undefined ? '' : `<strong>${escaped(label)}：</strong>`}${words}</p>\n`
}

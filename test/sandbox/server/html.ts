const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Markup that may be put into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | undefined | readonly Html[]

/** A template whose values are escaped; only other templates are taken as they are. */
export function html(words: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(words.reduce((page, word, at) => page + show(values[at - 1]) + word))
}

function show(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map((one) => one.text).join('')
  return String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

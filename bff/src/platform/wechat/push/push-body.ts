import { XMLParser, XMLValidator } from 'fast-xml-parser'

export type PushFields = Readonly<Record<string, unknown>>

/** Texts stay texts: no entity is resolved, nothing becomes a number, and no attribute is read. */
const parser = new XMLParser({
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 8,
})

/** A message as its fields, whichever of the two formats the console is set to; undefined: it is neither. */
export function readPushBody(text: string): PushFields | undefined {
  try {
    return text.trimStart().startsWith('<') ? readXml(text) : fieldsOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** WeChat sends no document type; whoever does wants to define entities. */
function readXml(text: string): PushFields | undefined {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text) || XMLValidator.validate(text) !== true) return undefined
  const document: unknown = parser.parse(text)
  return fieldsOf(fieldsOf(document)?.['xml'])
}

function fieldsOf(value: unknown): PushFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value))
}

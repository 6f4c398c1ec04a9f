/**
 * JavaScriptCore on iOS answers Invalid Date to most strings that V8 understands. This Date throws on all but the
 * three patterns that every phone reads the same way, so a fault of iOS is loud on every machine.
 */
const readEverywhere = [
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|\+08:00)$/,
  /^\d{4}\/\d{2}\/\d{2}( \d{2}:\d{2}(:\d{2})?)?$/,
]

function check(text: string) {
  if (!readEverywhere.some((pattern) => pattern.test(text))) {
    throw new RangeError(`Date would not be read on iOS: ${JSON.stringify(text)}`)
  }
}

/** `base` with the strict reading of strings; pass the Date of the realm that will use it. */
export function strictDate(base: DateConstructor): DateConstructor {
  return new Proxy(base, {
    construct(target, parts: unknown[], newTarget) {
      if (parts.length === 1 && typeof parts[0] === 'string') check(parts[0])
      return Reflect.construct(target, parts, newTarget) as object
    },
    get(target, key, receiver) {
      if (key !== 'parse') return Reflect.get(target, key, receiver) as unknown
      return (text: string) => {
        check(String(text))
        return target.parse(text)
      }
    },
  })
}

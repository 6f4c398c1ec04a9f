/** Keys are ours alone: none may lead out of the store, none may be empty. Throws on any other: that is a fault of ours. */
export function checkedKey(key: string): string {
  if (!/^[a-z0-9]+(?:[/-][a-z0-9]+)*$/.test(key) || key.length > 120) throw new Error('not a key of an object')
  return key
}

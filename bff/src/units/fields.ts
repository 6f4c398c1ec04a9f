/** Reads fields out of untrusted JSON; every fault names its place. */
export class ReferenceFault extends Error {}

export class Fields {
  private constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly place: string,
  ) {}

  static of(value: unknown, place: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ReferenceFault(`${place} is no object`)
    return new Fields(new Map(Object.entries(value)), place)
  }

  text(name: string): string {
    const value = this.values.get(name)
    if (typeof value !== 'string' || value === '') throw this.fault(name, 'text')
    return value
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined
  }

  whole(name: string): number {
    const value = this.values.get(name)
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw this.fault(name, 'a whole number')
    return value
  }

  optionalWhole(name: string): number | undefined {
    return this.has(name) ? this.whole(name) : undefined
  }

  flag(name: string): boolean {
    const value = this.values.get(name)
    if (typeof value !== 'boolean') throw this.fault(name, 'true or false')
    return value
  }

  oneOf<const T extends string>(name: string, options: readonly T[]): T {
    const found = options.find((option) => option === this.values.get(name))
    if (found === undefined) throw this.fault(name, options.join(', '))
    return found
  }

  inner(name: string): Fields {
    return Fields.of(this.values.get(name), `${this.place}.${name}`)
  }

  list<T>(name: string, read: (fields: Fields) => T): T[] {
    return this.items(name).map((item, index) => read(Fields.of(item, `${this.place}.${name}[${index}]`)))
  }

  texts(name: string): string[] {
    return this.items(name).map((item) => {
      if (typeof item !== 'string') throw this.fault(name, 'texts')
      return item
    })
  }

  /** Text by key; absent: empty. */
  textMap(name: string): Record<string, string> {
    if (!this.has(name)) return {}
    const { values } = this.inner(name)
    return Object.fromEntries(
      [...values].map(([key, value]) => {
        if (typeof value !== 'string') throw this.fault(`${name}.${key}`, 'text')
        return [key, value]
      }),
    )
  }

  has(name: string): boolean {
    const value = this.values.get(name)
    return value !== undefined && value !== null
  }

  private items(name: string): unknown[] {
    const value: unknown = this.values.get(name)
    if (!Array.isArray(value)) throw this.fault(name, 'a list')
    return value
  }

  private fault(name: string, needed: string): ReferenceFault {
    return new ReferenceFault(`${this.place}.${name} is not ${needed}`)
  }
}

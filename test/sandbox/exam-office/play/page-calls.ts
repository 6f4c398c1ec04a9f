/** `calls`: signed PUTs that came. `keys`: different Idempotency-Keys among them. `kept`: how often bytes were stored. */
export interface PageCount {
  calls: number
  keys: number
  kept: number
}

interface Counted {
  calls: number
  keys: Set<string>
  kept: number
}

/** Since the start, page by page, so that a test can say how often each was sent. */
export class PageCalls {
  private readonly records = new Map<string, Map<string, Counted>>()

  came(recordNo: string, id: string, key: string): void {
    const counted = this.counted(recordNo, id)
    counted.calls += 1
    counted.keys.add(key)
  }

  kept(recordNo: string, id: string): void {
    this.counted(recordNo, id).kept += 1
  }

  of(recordNo: string): Record<string, PageCount> {
    const pages = [...(this.records.get(recordNo) ?? [])]
    return Object.fromEntries(pages.map(([id, { calls, keys, kept }]) => [id, { calls, keys: keys.size, kept }]))
  }

  clear(): void {
    this.records.clear()
  }

  private counted(recordNo: string, id: string): Counted {
    const pages = this.records.get(recordNo) ?? new Map<string, Counted>()
    this.records.set(recordNo, pages)
    const counted = pages.get(id) ?? { calls: 0, keys: new Set<string>(), kept: 0 }
    pages.set(id, counted)
    return counted
  }
}

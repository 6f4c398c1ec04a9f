/** The part of WebAssembly that is used here; its types come with those of browsers only. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number; maximum?: number })
    readonly buffer: ArrayBuffer
    /** @returns pages of 64 KiB before */
    grow: (this: Memory, pages: number) => number
  }
}

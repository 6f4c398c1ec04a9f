/** The largest HEIC that is opened takes 220 MB; a PDF of forms within forms would take all that there is. */
const mostWasmBytes = 320_000_000
const wasmPage = 65_536

/** What is refused here ends the decoder with a RuntimeError, as a broken file does. */
export function boundWasm(): void {
  const { prototype } = WebAssembly.Memory
  const { grow } = prototype
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * wasmPage > mostWasmBytes) throw new RangeError('no more memory for wasm')
    return grow.call(this, pages)
  }
}

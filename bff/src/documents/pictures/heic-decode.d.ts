declare module 'heic-decode' {
  /** RGBA of the first picture, turned as the container says. Throws on what it cannot read. */
  export default function decode(of: {
    buffer: Uint8Array
  }): Promise<{ width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }>
}

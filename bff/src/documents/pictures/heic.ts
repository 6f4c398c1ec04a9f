import decode from 'heic-decode'
import type { Pixels } from './engine'

/** sharp reads the header of a HEIC only. The container's own turns are carried out; its EXIF says the same once more. */
export async function decodeHeic(file: Buffer): Promise<Pixels> {
  const { width, height, data } = await decode({ buffer: file })
  return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height, channels: 4 }
}

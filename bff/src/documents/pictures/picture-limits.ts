/** Most pixels of one picture that is opened: bounds the memory of the picture process. */
export const mostPixels = 100_000_000
/** A HEIC is unpacked as a whole by wasm, several times over. */
export const mostHeicPixels = 26_000_000
/** Of a picture that cannot be decoded strip by strip: interlaced, progressive or lying on its side. */
export const mostUnpackedBytes = 330_000_000
/** Two that need more are decoded one after the other. */
export const unpackedBesideAnother = 100_000_000

export const masterSide = 2400
export const displaySide = 1600
export const thumbnailSide = 320
export const greySide = 1200

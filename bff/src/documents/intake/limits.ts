import type { PageLimits } from '../../contract'
import { mostPixels } from '../pictures/picture-limits'

/** Told to the phone before the first shot. The office takes pages of 20 MB at most; what is made of a file is far smaller. */
export const pageLimits: PageLimits = { fileBytes: 20_000_000, pixels: mostPixels, pdfPages: 20 }

/** The shorter side of a picture on which something could be read. */
export const leastSide = 100

/** Pages that one account may bring within a day, whatever it deletes: some times all papers; what it bounds is the store. */
export const pagesADay = 400

/** Uploads at the same time; one where the network has proved slow, so that they do not starve each other. */
export const mostAtOnce = 3

/** kbit/s that a page must reach, all uploads together, not to be given up. */
const slowestRate = 200

/** ms for one upload of so many bytes beside others. 5 MB at 256 kbit/s take 164 s, three of them 492 s. */
export const patienceFor = (bytes: number, atOnce: number) => 30_000 + ((bytes * 8) / slowestRate) * atOnce

/** ms without a further byte after which an upload is given up. */
export const stallAfter = 30_000

const longestPause = 60_000

/** ms before the next try: 2 s, 4 s, 8 s … 60 s, each a quarter more or less, so that a thousand phones do not come back at once. */
export const pauseAfter = (tries: number, chance = Math.random()) =>
  Math.min(longestPause, 2000 * 2 ** Math.max(0, tries - 1)) * (0.75 + chance / 2)

/** ms where the next try is hardly better than this one (a domain that is not allowed). */
export const longPause = 300_000

/** ms before the n-th look whether the server has looked at a page: 1 s, 1.5 s … 10 s. */
export const lookAfter = (looks: number) => Math.min(10_000, 1000 * 1.5 ** looks)

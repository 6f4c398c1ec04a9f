/** Name of the job that reads the office's feed. */
export const feedJob = 'office-feed'

/** The contract between the phone and the BFF: plain types and string unions, nothing that runs in Nest. */
export * from './applications'
export * from './eligibility'
export * from './errors'
export * from './events'
export * from './unit-desk'

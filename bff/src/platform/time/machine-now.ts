/**
 * The machine's own time, only for the freshness of what goes over the wire to and from WeChat Pay: its signatures hold for five minutes
 * of real time, and the library that signs and verifies them knows no other clock. Whatever is business (deadlines, paid at, days) takes
 * the time from `Clock`, which the sandbox and the tests may move.
 */
export const machineNow = (): Date => new Date()

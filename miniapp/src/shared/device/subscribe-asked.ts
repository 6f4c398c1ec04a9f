/**
 * How asking for messages ended; what was answered is WeChat's to tell the server, never the phone's. `switched-off`: the main switch of this
 * mini-program's messages is off in WeChat. `not-asked`: nothing to ask for here, or asked already on this day.
 */
export type Asked = 'asked' | 'switched-off' | 'failed' | 'not-asked'

/** For taps that are made over and over: asks at most once on this day (the server's); while the day is unknown, never. */
export interface Daily {
  onceOn: string | undefined
}

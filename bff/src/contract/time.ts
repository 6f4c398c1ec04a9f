/** GET /api/v1/time, public: phones' clocks are wrong often enough to miss a deadline by. */
export interface ServerTime {
  /** Instant, UTC, ISO 8601. */
  now: string
  /** Day in Asia/Shanghai, `YYYY-MM-DD`. */
  day: string
  /** Wall time in Asia/Shanghai, `HH:mm:ss`. */
  time: string
}

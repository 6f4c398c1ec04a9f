/** The only source of now in the BFF. Instants are UTC; people's days are computed from them in Asia/Shanghai. */
export abstract class Clock {
  abstract now(): Date
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}

/** Stands still until it is told otherwise: for tests. */
export class ManualClock extends Clock {
  private instant: number

  constructor(start: string) {
    super()
    this.instant = Date.parse(start)
  }

  now(): Date {
    return new Date(this.instant)
  }

  set(instant: string): void {
    this.instant = Date.parse(instant)
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds
  }
}

export function addSeconds(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}

const beijingOffset = 8 * 3_600_000

/** The calendar day (`YYYY-MM-DD`) and wall time (`HH:mm:ss`) of an instant in Asia/Shanghai, whatever the machine's zone. */
export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + beijingOffset).toISOString().slice(0, 10)
}

export function beijingTime(instant: Date): string {
  return new Date(instant.getTime() + beijingOffset).toISOString().slice(11, 19)
}

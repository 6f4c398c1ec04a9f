/** One year of the State Council's holiday arrangement (节假日安排); days are `YYYY-MM-DD`. */
export interface YearHolidays {
  year: number
  /** The notice the days come from, with its number. */
  source: string
  /** Every day off that the notice names, weekends included. */
  holidays: readonly string[]
  /** Saturdays and Sundays on which people work (调休上班). */
  workingWeekends: readonly string[]
}

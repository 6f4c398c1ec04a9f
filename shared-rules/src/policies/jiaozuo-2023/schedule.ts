import { day } from '../../calendar/local-date'
import type { PackDates, Schedule } from '../pack'

/** 五(一)-(五); months without a day run from their first to their last. */
export const schedule: Schedule = {
  registrationOpensOn: '2023-03-10',
  registrationClosesOn: '2023-03-28',
  reviewClosesOn: '2023-04-06',
  districtReviewBy: '2023-03-30',
  trainingFrom: '2023-04-01',
  trainingTo: '2023-07-31',
  examsFrom: '2023-07-01',
  examsTo: '2023-11-30',
  resultsFrom: '2023-11-01',
  resultsTo: '2023-12-31',
}

export const dates: PackDates = {
  year: 2023,
  countedTo: day(2023, 12, 31),
  regularisedBy: day(2023, 9, 30),
  registrationCloses: day(2023, 3, 28),
  issuedFirst: day(2023, 1, 1),
  issuedLast: day(2023, 3, 10),
  assessmentYears: [2018, 2019, 2020, 2021, 2022],
  promisedYear: 2022,
}

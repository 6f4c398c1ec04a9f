import type { ApplicationState, Facts } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import type { ManualClock } from '../../platform/time/clock'
import type { CampaignReference } from '../../units/campaign-reference'
import { nothingLoaded } from '../../units/reference-data'
import { emptyRow } from '../drafts/create-draft'
import { Places } from '../places'
import { ApplicationRow } from '../rows/application-row'
import { personOf } from '../../../../test/sandbox/people'
import { Law } from '../../eligibility/law'
import { FieldCipher } from '../../platform/privacy/field-cipher'
import type { Settings } from '../../platform/settings/settings'
import { Outbox } from '../../platform/outbox/outbox'
import { OfficeDoor } from '../office-door'
import { OfficeSnapshots } from '../office-snapshot'
import { PersonData } from '../person-data'
import { load } from '../store'
import { Transitions } from '../transitions'
import { Supplements } from './supplements'
import { MemoryPages, papersOver } from './memory-pages.fixture'
import { PageChanges } from './page-changes'
import type { PaperProgress } from './paper-progress'
import { Promises } from './promises'
import { StepWatchers } from '../step-watchers'

/** The papers' part of the feature on a real database, under the bare law; pages are kept in memory. */
export function paperDesk(transactions: Transactions, clock: ManualClock) {
  const places = new Places({
    current: () => Promise.resolve({ loaded: false, data: nothingLoaded }),
  } as unknown as CampaignReference)
  const pages = new MemoryPages(clock)
  const { papers, handed } = papersOver(pages, clock, places)
  // The cipher reads nothing else of the settings.
  const cipher = new FieldCipher({ fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 7) }] } as unknown as Settings)
  const snapshots = new OfficeSnapshots(cipher, new PersonData(cipher))
  const transitions = new Transitions(clock, new Outbox(clock), snapshots, handed, new StepWatchers())
  const supplements = new Supplements(papers, places, transitions)
  const changes = new PageChanges(new Law(), clock, places, papers)
  const promises = new Promises(transactions, clock, papers)
  const of = (id: string) => transactions.read((manager) => papers.of(manager, id))
  return {
    pages,
    promises,
    of,
    paper: async (id: string, paper: string): Promise<PaperProgress> => {
      const found = (await of(id)).find(({ item }) => item.id === paper)
      if (!found) throw new Error(`${paper} is not asked for`)
      return found
    },
    check: (id: string, change: Parameters<PageChanges['check']>[2]) =>
      transactions.run((manager) => changes.check(manager, id, change)),
    update: (id: string, changes: Partial<ApplicationRow>) =>
      transactions.run((manager) => manager.update(ApplicationRow, { id }, changes)),
    supplement: (id: string, paper: string) =>
      transactions.run(async (manager) =>
        supplements.send(manager, await load(manager, id), paper, { kind: 'applicant', accountId: 'account' }),
      ),
    stored: (id: string) => transactions.read((manager) => load(manager, id)),
    door: new OfficeDoor(places, transitions, papers, clock),
    /** Of a sample person, as it stands in this state. */
    application: async (person: string, grade: ApplicationRow['grade'], state: ApplicationState = 'draft') => {
      const row = emptyRow('account', { campaign: 'jiaozuo-2023', consentVersion: '1' }, clock.now())
      const changes: Partial<ApplicationRow> = { state, grade, facts: personOf(person).facts as Facts }
      const stored: ApplicationRow = Object.assign(row, changes)
      await transactions.run((manager) => manager.insert(ApplicationRow, stored))
      return stored.id
    },
  }
}

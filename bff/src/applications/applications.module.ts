import { Module } from '@nestjs/common'
import { EligibilityModule } from '../eligibility/eligibility.module'
import { Announcements } from './announcements'
import { ApplicationAccess } from './application-access'
import { ApplicationChanges } from './application-changes'
import { ApplicationsController } from './applications.controller'
import { CreateDrafts } from './drafts/create-draft'
import { EditDrafts } from './drafts/edit-draft'
import { ReferenceOfLaw } from './law-reference'
import { NoticeDoor } from './notice-door'
import { OfficeDoor } from './office-door'
import { OfficeSnapshots } from './office-snapshot'
import { HandedPages } from './papers/handed-pages'
import { PageChanges } from './papers/page-changes'
import { PageSources } from './papers/page-source'
import { Papers } from './papers/papers'
import { PhotoAsked } from './papers/photo-asked'
import { Promises } from './papers/promises'
import { Supplements } from './papers/supplements'
import { PaymentDoor } from './payment-door'
import { PersonData } from './person-data'
import { Places } from './places'
import { StepWatchers } from './step-watchers'
import { Claims } from './submission/claims'
import { People } from './submission/people'
import { Submissions } from './submission/submit'
import { Transitions } from './transitions'
import { DeskClaims } from './unit-desk/desk-claims'
import { DeskLists } from './unit-desk/desk-list'
import { DeskOverviews } from './unit-desk/desk-overview'
import { DeskViews } from './unit-desk/desk-views'
import { Reviews } from './unit-desk/reviews'
import { UnitDeskController } from './unit-desk/unit-desk.controller'
import { Summaries } from './views/summaries'
import { Views } from './views/views'
import { Withdrawals } from './withdrawal'

@Module({
  imports: [EligibilityModule],
  controllers: [ApplicationsController, UnitDeskController],
  providers: [
    Announcements,
    ApplicationAccess,
    ApplicationChanges,
    Claims,
    CreateDrafts,
    DeskClaims,
    DeskLists,
    DeskOverviews,
    DeskViews,
    EditDrafts,
    HandedPages,
    NoticeDoor,
    OfficeDoor,
    OfficeSnapshots,
    PageChanges,
    PageSources,
    Papers,
    PaymentDoor,
    People,
    PersonData,
    PhotoAsked,
    Places,
    Promises,
    ReferenceOfLaw,
    Reviews,
    StepWatchers,
    Submissions,
    Summaries,
    Supplements,
    Transitions,
    Views,
    Withdrawals,
  ],
  exports: [
    Announcements,
    ApplicationAccess,
    NoticeDoor,
    DeskViews,
    OfficeDoor,
    OfficeSnapshots,
    PageChanges,
    PageSources,
    Papers,
    PaymentDoor,
    PhotoAsked,
    Promises,
    StepWatchers,
  ],
})
export class ApplicationsModule {}

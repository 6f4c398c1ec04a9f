import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module'
import { Arrivals } from './intake/arrival'
import { CountedPdf } from './intake/counted-pdf'
import { Uploads } from './intake/uploads'
import { PageImages } from './links/page-images'
import { PageImagesController } from './links/page-images.controller'
import { LinkSigner } from './links/page-links'
import { PageBook } from './page-book'
import { PageEdits } from './page-edits'
import { PageSweep } from './sweep'
import { PageViews } from './page-views'
import { PagesController } from './pages.controller'
import { PictureClaims } from './pictures/picture-claims'
import { PictureResults } from './pictures/picture-results'
import { Pictures } from './pictures/pictures'

/** Photographed pages of papers: from the phone's file to what a reviewer reads. */
@Module({
  imports: [ApplicationsModule],
  controllers: [PagesController, PageImagesController],
  providers: [
    Arrivals,
    CountedPdf,
    LinkSigner,
    PageBook,
    PageEdits,
    PageImages,
    PageSweep,
    PageViews,
    PictureClaims,
    PictureResults,
    Pictures,
    Uploads,
  ],
})
export class DocumentsModule {}

import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module'
import { PageBook } from './page-book'

/** Photographed pages of papers. */
@Module({
  imports: [ApplicationsModule],
  providers: [PageBook],
})
export class DocumentsModule {}

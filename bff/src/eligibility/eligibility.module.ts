import { Module } from '@nestjs/common'
import { AssessmentsController } from './assessments.controller'
import { Law } from './law'

@Module({ controllers: [AssessmentsController], providers: [Law], exports: [Law] })
export class EligibilityModule {}

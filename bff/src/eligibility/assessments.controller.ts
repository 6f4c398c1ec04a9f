import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import type { AssessAnswer } from '../contract'
import { assessFacts, phoneLaw } from './assess-facts'
import { AssessRequestDto } from './assess-request.dto'
import { Law } from './law'

/** The self-check as the server sees it: public, nothing is stored. */
@Controller('api/v1/eligibility')
export class AssessmentsController {
  constructor(private readonly law: Law) {}

  @Post('assessments')
  @HttpCode(200)
  async assess(@Body() request: AssessRequestDto): Promise<AssessAnswer> {
    const law = await this.law.inForce(request.pack)
    const meta = { law: law.version, phoneLaw: phoneLaw(law, request) }
    const result = assessFacts(law, request.facts)
    return result.ok
      ? { ok: true, assessment: result.assessment, ...meta }
      : { ok: false, problems: result.problems, ...meta }
  }
}

import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator'
import type { Facts } from '@app/shared-rules'
import type { AssessRequest } from '../contract'

export class AssessRequestDto implements AssessRequest {
  /** Checked by shared-rules, which names every wrong field. */
  @IsObject()
  facts: Facts

  @IsString()
  @MaxLength(32)
  pack: string

  @IsOptional()
  @IsString()
  @MaxLength(128)
  referenceVersion?: string
}

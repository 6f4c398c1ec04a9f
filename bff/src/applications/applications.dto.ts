import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator'
import type {
  CreateDraft,
  Declaration,
  EditDraft,
  Facts,
  Grade,
  HelperConsent,
  PhoneVerdict,
  SubmitRequest,
  SupplementRequest,
  Verdict,
  WithdrawRequest,
  WorkExperience,
} from '../contract'

/** Bodies as they come; lengths are those that the office's contract takes. */

const grades = [1, 2, 3, 4, 5]
const verdicts = ['eligible', 'ineligible', 'confirm', 'manual', 'incomplete']

class HelperConsentDto implements HelperConsent {
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  relation: string

  @IsString()
  @MinLength(1)
  @MaxLength(32)
  version: string
}

export class CreateDraftDto implements CreateDraft {
  @IsString()
  @MaxLength(32)
  campaign: string

  /** Checked by shared-rules, which names every wrong field. */
  @IsOptional()
  @IsObject()
  facts?: Facts

  @IsOptional()
  @IsIn(grades)
  grade?: Grade

  /** Missing: `consent-needed`, not a fault of the body's shape. */
  @ValidateIf((_, value) => value !== undefined && value !== '')
  @IsString()
  @MaxLength(32)
  consentVersion: string

  @IsOptional()
  @ValidateNested()
  @Type(() => HelperConsentDto)
  helper?: HelperConsentDto
}

class WorkExperienceDto implements WorkExperience {
  @IsString()
  @MaxLength(7)
  from: string

  @IsOptional()
  @IsString()
  @MaxLength(7)
  to?: string

  @IsString()
  @MaxLength(80)
  employer: string

  @IsString()
  @MaxLength(80)
  post: string
}

class DeclarationDto implements Declaration {
  @IsBoolean()
  accepted: boolean

  @IsString()
  @MinLength(1)
  @MaxLength(32)
  version: string

  /** Sent back by the phone as it was shown; the server's own counts. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  acceptedAt?: string
}

/** One of the two: checked by the service, which knows the office's list. */
class UnitChoiceDto {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  code?: string

  @IsOptional()
  @IsString()
  @MaxLength(80)
  typedName?: string
}

/** null clears a part. */
class FormDto {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  name?: string | null

  @IsOptional()
  @IsString()
  @MaxLength(30)
  idNumber?: string | null

  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string | null

  @IsOptional()
  @ValidateNested()
  @Type(() => UnitChoiceDto)
  unit?: UnitChoiceDto | null

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => WorkExperienceDto)
  workExperience?: WorkExperienceDto[] | null

  @IsOptional()
  @ValidateNested()
  @Type(() => DeclarationDto)
  declaration?: DeclarationDto | null
}

export class EditDraftDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => FormDto)
  form?: FormDto

  @IsOptional()
  @IsObject()
  facts?: Facts

  @IsOptional()
  @IsIn(grades)
  grade?: Grade

  /** @throws nothing: a unit that is neither of the list nor typed is no unit */
  static toEdit({ form, facts, grade }: EditDraftDto): EditDraft {
    const rest = { ...(facts && { facts }), ...(grade && { grade }) }
    if (!form) return rest
    const { unit, ...parts } = form
    const plain: EditDraft['form'] = { ...parts }
    if (unit === undefined) return { ...rest, form: plain }
    return { ...rest, form: { ...plain, unit: unitOf(unit) } }
  }
}

function unitOf(unit: UnitChoiceDto | null): { code: string } | { typedName: string } | null {
  if (unit?.code) return { code: unit.code }
  return unit?.typedName?.trim() ? { typedName: unit.typedName } : null
}

class PhoneVerdictDto implements PhoneVerdict {
  @IsIn(verdicts)
  verdict: Verdict

  @IsString()
  @MaxLength(32)
  pack: string

  @IsOptional()
  @IsString()
  @MaxLength(128)
  referenceVersion?: string
}

export class SubmitDto implements SubmitRequest {
  @ValidateNested()
  @Type(() => PhoneVerdictDto)
  @IsObject()
  phoneVerdict: PhoneVerdictDto

  @IsOptional()
  @IsIn(verdicts)
  acknowledgedVerdict?: Verdict
}

export class SupplementDto implements SupplementRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  paper: string
}

export class WithdrawDto implements WithdrawRequest {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string
}

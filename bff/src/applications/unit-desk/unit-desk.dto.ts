import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator'
import type { ApproveRequest, ClaimDecision, DeskFilter, DeskGroup, ReturnItem, ReturnRequest } from '../../contract'

export class DeskFilterDto implements DeskFilter {
  @IsOptional()
  @IsIn(['for-me', 'returned', 'with-office', 'payment', 'others'])
  group?: DeskGroup

  @IsOptional()
  @IsString()
  @MaxLength(64)
  unit?: string

  @IsOptional()
  @IsString()
  @MaxLength(40)
  name?: string

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number
}

export class ApproveDto implements ApproveRequest {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  opinion?: string

  @IsOptional()
  @IsBoolean()
  skillAttested?: boolean
}

class ReturnItemDto implements ReturnItem {
  @IsString()
  @MinLength(1)
  @MaxLength(110)
  item: string

  @IsString()
  @MinLength(1)
  @MaxLength(60)
  code: string

  @IsString()
  @MaxLength(500)
  words: string
}

export class ReturnDto implements ReturnRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ReturnItemDto)
  items: ReturnItemDto[]
}

export class ClaimDecisionDto implements ClaimDecision {
  @IsBoolean()
  granted: boolean
}

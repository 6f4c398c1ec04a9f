import { ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator'

export class UnitQueryDto {
  @ApiPropertyOptional({ maxLength: 50, description: 'Part of the name.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  query?: string

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 300)
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number
}

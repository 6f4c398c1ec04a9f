import { ApiPropertyOptional } from '@nestjs/swagger'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
} from 'class-validator'
import type { ChangeNoticeSettings, ContactPace } from '../contract'

export class NoticeQueryDto {
  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 300)
  cursor?: string
}

/** ReadNotices: these, or all. */
export class ReadNoticesDto {
  @ValidateIf(({ all }: ReadNoticesDto) => all === undefined)
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  ids?: string[]

  @IsOptional()
  @IsIn([true])
  all?: true
}

export class ChangeSettingsDto implements ChangeNoticeSettings {
  @IsBoolean()
  wechat: boolean

  @IsBoolean()
  email: boolean

  @IsIn(['at-once', 'daily'])
  pace: ContactPace
}

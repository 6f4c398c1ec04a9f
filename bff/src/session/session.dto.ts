import { ApiProperty } from '@nestjs/swagger'
import { IsIn, IsString, Length, Matches } from 'class-validator'
import {
  consentKinds,
  type ConsentKind,
  type GiveConsent,
  type PhoneByCode,
  type PhoneTyped,
  type Refresh,
  type SignIn,
} from '../contract/session'

export class SignInDto implements SignIn {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'Code of wx.login: five minutes, one use.' })
  @IsString()
  @Length(1, 128)
  code: string
}

export class RefreshDto implements Refresh {
  @ApiProperty({ minLength: 20, maxLength: 128 })
  @IsString()
  @Length(20, 128)
  refreshToken: string
}

export class PhoneByCodeDto implements PhoneByCode {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'Code of a getPhoneNumber button, not of wx.login.' })
  @IsString()
  @Length(1, 128)
  code: string
}

export class PhoneTypedDto implements PhoneTyped {
  @ApiProperty({ pattern: '^1\\d{10}$' })
  @IsString()
  @Matches(/^1\d{10}$/)
  phone: string
}

export class GiveConsentDto implements GiveConsent {
  @ApiProperty({ enum: consentKinds })
  @IsIn(consentKinds)
  kind: ConsentKind

  @ApiProperty({ minLength: 1, maxLength: 64, description: 'Version of the words that were on the screen.' })
  @IsString()
  @Length(1, 64)
  version: string
}

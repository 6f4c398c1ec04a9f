import { ApiProperty } from '@nestjs/swagger'
import { IsString, Length, Matches, MaxLength } from 'class-validator'
import type { ConfirmEmail, GiveEmail } from '../../contract'

export class GiveEmailDto implements GiveEmail {
  @ApiProperty({ maxLength: 320, description: 'Empty: the address is forgotten.' })
  @IsString()
  @MaxLength(320)
  address: string
}

export class ConfirmEmailDto implements ConfirmEmail {
  @ApiProperty({ pattern: '^\\d{6}$' })
  @IsString()
  @Length(6, 6)
  @Matches(/^\d{6}$/)
  code: string
}

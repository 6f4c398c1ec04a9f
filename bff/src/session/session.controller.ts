import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { SessionTokens } from '../contract/session'
import { Caller, type Principal } from '../platform/http/principal'
import { RefreshDto, SignInDto } from './session.dto'
import { Sessions } from './sessions'
import { SignInService } from './sign-in'

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
  ) {}

  /** A code of wx.login for a session. The code is used up in any case: after an error take a new one. */
  @Post()
  signIn(@Body() body: SignInDto): Promise<SessionTokens> {
    return this.signIns.signIn(body.code)
  }

  /** The next pair of tokens; the old refresh token ends, but may be sent again for a minute. */
  @Post('refresh')
  @HttpCode(200)
  refresh(@Body() body: RefreshDto): Promise<SessionTokens> {
    return this.signIns.refresh(body.refreshToken)
  }

  /** Signs this phone out; others of the same person stay. */
  @Delete()
  @HttpCode(204)
  @ApiBearerAuth()
  async signOut(@Caller() caller: Principal): Promise<void> {
    await this.sessions.revoke(caller.sessionId)
  }
}

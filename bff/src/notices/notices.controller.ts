import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { NoticeList, NoticeSettings, SubscribeTemplateIds, UnreadCount } from '../contract'
import { Caller, type Principal } from '../platform/http/principal'
import { Settings } from '../platform/settings/settings'
import { NoticeInbox } from './inbox/inbox'
import { Addresses, ConfirmEmailDto, GiveEmailDto } from './mail/addresses'
import { ChangeSettingsDto, NoticeQueryDto, ReadNoticesDto } from './notices.dto'
import { Readers } from './readers'

/** What one was told, and how one wants to be told. */
@ApiTags('notices')
@ApiBearerAuth()
@Controller('api/v1')
export class NoticesController {
  constructor(
    private readonly inbox: NoticeInbox,
    private readonly readers: Readers,
    private readonly addresses: Addresses,
    private readonly settings: Settings,
  ) {}

  @Get('notices')
  list(@Caller() caller: Principal, @Query() { cursor }: NoticeQueryDto): Promise<NoticeList> {
    return this.inbox.list(caller, cursor)
  }

  @Get('notices/unread')
  async unread(@Caller() caller: Principal): Promise<UnreadCount> {
    return { unread: await this.inbox.unread(caller) }
  }

  @Post('notices/read')
  @HttpCode(200)
  async read(@Caller() caller: Principal, @Body() body: ReadNoticesDto): Promise<UnreadCount> {
    return { unread: await this.inbox.read(caller, body.all === true ? { all: true } : { ids: body.ids ?? [] }) }
  }

  @Get('me/notice-settings')
  readerSettings(@Caller() { accountId }: Principal): Promise<NoticeSettings> {
    return this.readers.view(accountId)
  }

  @Put('me/notice-settings')
  change(@Caller() { accountId }: Principal, @Body() body: ChangeSettingsDto): Promise<NoticeSettings> {
    return this.readers.change(accountId, body)
  }

  /** A code goes there; an empty address is forgotten. */
  @Post('me/email')
  @HttpCode(200)
  async email(@Caller() { accountId }: Principal, @Body() { address }: GiveEmailDto): Promise<NoticeSettings> {
    await this.addresses.give(accountId, address)
    return this.readers.view(accountId)
  }

  @Post('me/email/confirmation')
  @HttpCode(200)
  async confirm(@Caller() { accountId }: Principal, @Body() { code }: ConfirmEmailDto): Promise<NoticeSettings> {
    await this.addresses.confirm(accountId, code)
    return this.readers.view(accountId)
  }

  /** Public: asked for before anybody signs in, so that a tap can ask WeChat at once. */
  @Get('subscribe-templates')
  templates(): SubscribeTemplateIds {
    const templates = Object.entries(this.settings.wechatSubscribeTemplates ?? {})
    return Object.fromEntries(templates.map(([name, { id }]) => [name, id]))
  }
}

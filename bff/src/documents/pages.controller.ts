import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common'
import { ApiBearerAuth, ApiConsumes, ApiTags } from '@nestjs/swagger'
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator'
import type { FastifyRequest } from 'fastify'
import { PromiseDto, Promises } from '../applications/papers/promises'
import { DeskViews } from '../applications/unit-desk/desk-views'
import type { OrderRequest, PapersView, PageView, RotateRequest, UploadAnswer } from '../contract'
import { idempotencyKeyOf } from '../platform/http/idempotent-call'
import { Caller, type Principal } from '../platform/http/principal'
import { withFile } from './intake/file-part'
import { uploadRequest, UploadQueryDto } from './intake/upload-request'
import { Uploads } from './intake/uploads'
import type { Viewer } from './links/page-links'
import { PageEdits } from './page-edits'
import { PageViews } from './page-views'

class RotateDto implements RotateRequest {
  @IsIn([0, 1, 2, 3])
  rotation: RotateRequest['rotation']
}

class OrderDto implements OrderRequest {
  @IsString()
  @MaxLength(160)
  paper: string

  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  pages: string[]
}

const owner = ({ accountId }: Principal): Viewer => ({ accountId, role: 'owner' })

/** Papers and their pages: the applicant's side, and what a contact sees of them. */
@ApiTags('documents')
@ApiBearerAuth()
@Controller('api/v1')
export class PagesController {
  constructor(
    private readonly views: PageViews,
    private readonly uploads: Uploads,
    private readonly edits: PageEdits,
    private readonly promises: Promises,
    private readonly desk: DeskViews,
  ) {}

  @Get('applications/:id/papers')
  papers(@Param('id') id: string, @Caller() caller: Principal): Promise<PapersView> {
    return this.views.papersOf(id, owner(caller))
  }

  @Get('unit-desk/applications/:id/papers')
  async deskPapers(@Param('id') id: string, @Caller() caller: Principal): Promise<PapersView> {
    return this.views.papersOf(id, { accountId: caller.accountId, role: await this.desk.roleOf(id, caller) })
  }

  /** One file, in a part named `file`. It has arrived with 202, and is looked at afterwards. */
  @Post('applications/:id/pages')
  @ApiConsumes('multipart/form-data')
  @HttpCode(202)
  async upload(
    @Param('id') applicationId: string,
    @Caller() caller: Principal,
    @Query() query: UploadQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<UploadAnswer> {
    const { accountId } = caller
    const upload = { accountId, applicationId, key: idempotencyKeyOf(request), request: uploadRequest(query) }
    const pages = await withFile(request, (file) => this.uploads.take(upload, file))
    return { pages: this.views.uploaded(pages, owner(caller)) }
  }

  @Put('applications/:id/pages/:page/rotation')
  async turn(
    @Param('id') id: string,
    @Param('page') page: string,
    @Caller() caller: Principal,
    @Body() body: RotateDto,
  ): Promise<PageView> {
    await this.edits.turn(id, page, body)
    return this.views.pageOf(id, page, owner(caller))
  }

  @Delete('applications/:id/pages/:page')
  @HttpCode(204)
  async remove(@Param('id') id: string, @Param('page') page: string): Promise<void> {
    await this.edits.remove(id, page)
  }

  @Put('applications/:id/page-order')
  async order(@Param('id') id: string, @Caller() caller: Principal, @Body() body: OrderDto): Promise<PapersView> {
    await this.edits.order(id, body)
    return this.views.papersOf(id, owner(caller))
  }

  @Put('applications/:id/promises')
  async promise(@Param('id') id: string, @Caller() caller: Principal, @Body() body: PromiseDto): Promise<PapersView> {
    await this.promises.put(id, caller.accountId, body)
    return this.views.papersOf(id, owner(caller))
  }
}

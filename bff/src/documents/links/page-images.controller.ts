import { Controller, Get, Param, Query, Req, StreamableFile, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PageImages } from './page-images'
import { viewerRoles, type Copy, type Viewer } from './page-links'

class LinkDto {
  @IsUUID()
  viewer: string

  @IsIn(viewerRoles)
  role: Viewer['role']

  @Matches(/^\d{1,12}$/)
  until: string

  @IsString()
  @MaxLength(80)
  signature: string
}

/** Copies of pages with their watermark, for whoever bears a link that we signed. */
@ApiTags('documents')
@Controller('api/v1/pages/:page')
export class PageImagesController {
  constructor(private readonly images: PageImages) {}

  @Get('display')
  display(
    @Param('page') page: string,
    @Query() link: LinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.answer('display', page, link, request.id, reply)
  }

  @Get('thumbnail')
  thumbnail(
    @Param('page') page: string,
    @Query() link: LinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.answer('thumbnail', page, link, request.id, reply)
  }

  private async answer(
    copy: Copy,
    page: string,
    { viewer, role, until, signature }: LinkDto,
    requestId: string,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const link = { page, copy, accountId: viewer, role, until: Number(until) }
    const { content, seconds } = await this.images.open(link, signature, requestId)
    void reply.headers({
      'cache-control': `private, max-age=${seconds}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    return new StreamableFile(content, { type: 'image/jpeg', disposition: 'inline' })
  }
}

import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { imports } from '@crm/api-contract/imports';
import type { InputOf } from '@crm/api-contract/wire';
import { AcceptUpload, ChangeInstructions, ImportsService } from '@crm/server/imports';
import type { Actor } from '@crm/server/records';
import type { FastifyReply } from 'fastify';
import { localeOf } from '../http/problem.filter.js';
import { IfMatch, Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';
import { readUpload } from './read-upload.js';

@Controller()
export class ImportsController {
  constructor(
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(AcceptUpload) private readonly uploads: AcceptUpload,
    @Inject(ChangeInstructions) private readonly instructions: ChangeInstructions,
  ) {}

  @Route(imports.create)
  async create(@Who() actor: Actor, @Req() request: CrmRequest) {
    return this.uploads.accept(actor, await readUpload(request), localeOf(request));
  }

  @Route(imports.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof imports.list>, @Req() request: CrmRequest) {
    return this.imports.list(actor, query, localeOf(request));
  }

  @Route(imports.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.one>, @Req() request: CrmRequest) {
    return this.imports.one(actor, params.id, localeOf(request));
  }

  @Route(imports.change)
  change(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof imports.change>, @IfMatch() version: number, @Req() request: CrmRequest) {
    return this.instructions.change(actor, params.id, version, body, localeOf(request));
  }

  @Route(imports.commit)
  commit(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.commit>, @Req() request: CrmRequest) {
    return this.imports.commit(actor, params.id, localeOf(request));
  }

  @Route(imports.revert)
  revert(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.revert>, @Req() request: CrmRequest) {
    return this.imports.revert(actor, params.id, localeOf(request));
  }

  @Route(imports.rows)
  rows(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof imports.rows>) {
    return this.imports.rows(actor, params.id, query);
  }

  @Route(imports.errorWorkbook)
  async errorWorkbook(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.errorWorkbook>, @Req() request: CrmRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return download(reply, await this.imports.errorWorkbook(actor, params.id, localeOf(request)));
  }

  @Route(imports.template)
  async template(@Who() actor: Actor, @Input() { query }: InputOf<typeof imports.template>, @Res({ passthrough: true }) reply: FastifyReply) {
    return download(reply, await this.imports.template(actor, query.kind));
  }
}

/** Saved, never opened in the page (RFC 6266: the name in UTF-8, with a plain one for old clients). */
function download(reply: FastifyReply, { fileName, content }: { fileName: string; content: Buffer }): StreamableFile {
  reply.header('X-Content-Type-Options', 'nosniff');
  return new StreamableFile(content, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', length: content.byteLength,
    disposition: `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  });
}

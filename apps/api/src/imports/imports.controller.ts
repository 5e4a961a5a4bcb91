import { Controller, Req, Res } from '@nestjs/common';
import { imports } from '@crm/api-contract/imports';
import type { InputOf } from '@crm/api-contract/wire';
import { AcceptUpload, ChangeInstructions, ImportsService, RowCorrections } from '@crm/server/imports';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { readForm } from '../http/read-form.js';
import { savedFile } from '../http/saved-file.js';
import { localeOf } from '../http/problem.filter.js';
import { IfMatch, Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: AcceptUpload,
    private readonly instructions: ChangeInstructions,
    private readonly rowCorrections: RowCorrections,
  ) {}

  @Route(imports.create)
  async create(@Who() actor: Actor, @Req() request: CrmRequest) {
    const { fields, ...file } = await readForm(imports.create, request);
    return this.uploads.accept(actor, { ...fields, ...file }, localeOf(request));
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
  change(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof imports.change>,
    @IfMatch() version: number,
    @Req() request: CrmRequest,
  ) {
    return this.instructions.change(actor, params.id, version, body, localeOf(request));
  }

  @Route(imports.commit)
  commit(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.commit>, @Req() request: CrmRequest) {
    return this.imports.commit(actor, params.id, localeOf(request));
  }

  @Route(imports.close)
  close(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof imports.close>, @Req() request: CrmRequest) {
    return this.imports.close(actor, params.id, body.reason, localeOf(request));
  }

  @Route(imports.revert)
  revert(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.revert>, @Req() request: CrmRequest) {
    return this.imports.revert(actor, params.id, localeOf(request));
  }

  @Route(imports.rows)
  rows(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof imports.rows>) {
    return this.imports.rows(actor, params.id, query);
  }

  @Route(imports.corrections)
  corrections(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof imports.corrections>,
    @Req() request: CrmRequest,
  ) {
    return this.rowCorrections.list(actor, params.id, localeOf(request));
  }

  @Route(imports.correct)
  correct(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof imports.correct>, @Req() request: CrmRequest) {
    return this.rowCorrections.ask(actor, params.id, body, localeOf(request));
  }

  @Route(imports.touched)
  touched(@Who() actor: Actor, @Input() { params }: InputOf<typeof imports.touched>) {
    return this.imports.touched(actor, params.id);
  }

  @Route(imports.errorWorkbook)
  async errorWorkbook(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof imports.errorWorkbook>,
    @Req() request: CrmRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return savedFile(reply, workbook(await this.imports.errorWorkbook(actor, params.id, localeOf(request))));
  }

  @Route(imports.template)
  async template(
    @Who() actor: Actor,
    @Input() { query }: InputOf<typeof imports.template>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return savedFile(reply, workbook(await this.imports.template(actor, query.kind)));
  }
}

const workbook = ({ fileName, content }: { fileName: string; content: Buffer }) => ({
  name: fileName,
  content,
  bytes: content.byteLength,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

import { Controller, Req, Res } from '@nestjs/common';
import { files } from '@crm/api-contract/files';
import type { InputOf } from '@crm/api-contract/wire';
import { LARGEST_FILE } from '@crm/domain/files';
import { FilesService } from '@crm/server/files';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { readForm } from '../http/read-form.js';
import { IfMatch, Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';
import { savedFile } from '../http/saved-file.js';

@Controller()
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Route(files.attach)
  async attach(@Who() actor: Actor, @Req() request: CrmRequest) {
    const { fields, ...file } = await readForm(files.attach, request, LARGEST_FILE);
    return this.files.attach(actor, { ...fields, ...file });
  }

  @Route(files.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof files.list>) {
    return this.files.list(actor, query);
  }

  @Route(files.content)
  async content(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof files.content>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return savedFile(reply, await this.files.content(actor, params.id));
  }

  @Route(files.remove)
  remove(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof files.remove>, @IfMatch() version: number) {
    return this.files.remove(actor, params.id, version, body);
  }
}

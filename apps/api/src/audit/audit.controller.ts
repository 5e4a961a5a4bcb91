import { Controller, Req, Res } from '@nestjs/common';
import { auditEntries } from '@crm/api-contract/audit';
import type { InputOf } from '@crm/api-contract/wire';
import { AuditService, ExportEntriesService } from '@crm/server/audit';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { localeOf } from '../http/problem.filter.js';
import { Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';
import { savedFile } from '../http/saved-file.js';

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly exports: ExportEntriesService,
  ) {}

  @Route(auditEntries.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof auditEntries.list>) {
    return this.audit.list(actor, query);
  }

  @Route(auditEntries.unmask)
  unmask(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof auditEntries.unmask>) {
    return this.audit.unmask(actor, params.id, body.reason);
  }

  @Route(auditEntries.export)
  async export(
    @Who() actor: Actor,
    @Input() { body }: InputOf<typeof auditEntries.export>,
    @Req() request: CrmRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { fileName, content } = await this.exports.workbook(actor, body.filter, localeOf(request));
    return savedFile(reply, {
      name: fileName,
      content,
      bytes: content.byteLength,
      mediaType: auditEntries.export.download as string,
    });
  }

  @Route(auditEntries.erase)
  erase(@Who() actor: Actor, @Input() { body }: InputOf<typeof auditEntries.erase>) {
    return this.audit.erase(actor, body);
  }

  @Route(auditEntries.anchor)
  anchor() {
    return this.audit.anchor();
  }

  @Route(auditEntries.verify)
  verify() {
    return this.audit.verify();
  }
}

import { Controller } from '@nestjs/common';
import { auditEntries } from '@crm/api-contract/audit';
import type { InputOf } from '@crm/api-contract/wire';
import { AuditService } from '@crm/server/audit';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Route(auditEntries.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof auditEntries.list>) {
    return this.audit.list(actor, query);
  }

  @Route(auditEntries.unmask)
  unmask(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof auditEntries.unmask>) {
    return this.audit.unmask(actor, params.id, body.reason);
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

import { Controller } from '@nestjs/common';
import { apiKeys } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { ApiKeysService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Route(apiKeys.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof apiKeys.list>) {
    return this.keys.list(actor, query);
  }

  @Route(apiKeys.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof apiKeys.create>) {
    return this.keys.create(actor, body);
  }

  @Route(apiKeys.revoke)
  revoke(@Who() actor: Actor, @Input() { params }: InputOf<typeof apiKeys.revoke>) {
    return this.keys.revoke(actor, params.id);
  }
}

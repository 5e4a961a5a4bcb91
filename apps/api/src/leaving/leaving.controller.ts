import { Controller } from '@nestjs/common';
import { leaving } from '@crm/api-contract/leaving';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { LeavingService } from '@crm/server/leaving';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class LeavingController {
  constructor(private readonly leaving: LeavingService) {}

  @Route(leaving.holdings)
  holdings(@Input() { params }: InputOf<typeof leaving.holdings>) {
    return this.leaving.holdings(params.id);
  }

  @Route(leaving.disable)
  disable(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof leaving.disable>) {
    return this.leaving.disable(actor, params.id, body);
  }

  @Route(leaving.handOver)
  handOver(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof leaving.handOver>) {
    return this.leaving.handOver(actor, params.id, body);
  }
}

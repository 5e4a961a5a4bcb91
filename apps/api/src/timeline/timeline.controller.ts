import { Controller } from '@nestjs/common';
import { timeline } from '@crm/api-contract/timeline';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { TimelineService } from '@crm/server/timeline';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Route(timeline.list)
  list(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof timeline.list>) {
    return this.timeline.list(actor, params.id, query);
  }
}

import { Controller } from '@nestjs/common';
import { firstChecklist, setup, zone } from '@crm/api-contract/zone';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { FirstChecklistService, SetupService, ZoneService } from '@crm/server/zone';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ZoneController {
  constructor(
    private readonly zone: ZoneService,
    private readonly visit: SetupService,
    private readonly checklist: FirstChecklistService,
  ) {}

  @Route(zone.one)
  one() {
    return this.zone.one();
  }

  @Route(zone.change)
  change(@Who() actor: Actor, @Input() { body }: InputOf<typeof zone.change>, @IfMatch() version: number) {
    return this.zone.change(actor, version, body);
  }

  @Route(setup.open)
  open() {
    return this.visit.open();
  }

  @Route(setup.check)
  check(@Input() { body }: InputOf<typeof setup.check>) {
    return this.visit.check(body.token);
  }

  @Route(setup.begin)
  begin(@Input() { body }: InputOf<typeof setup.begin>) {
    return this.visit.begin(body);
  }

  @Route(firstChecklist.one)
  steps() {
    return this.checklist.one();
  }

  @Route(firstChecklist.answer)
  answer(@Who() actor: Actor, @Input() { body }: InputOf<typeof firstChecklist.answer>) {
    return this.checklist.answer(actor, body);
  }

  @Route(firstChecklist.putAway)
  putAway(@Who() actor: Actor, @Input() { body }: InputOf<typeof firstChecklist.putAway>) {
    return this.checklist.putAway(actor, body);
  }
}

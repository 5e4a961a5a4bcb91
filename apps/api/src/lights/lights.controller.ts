import { Controller } from '@nestjs/common';
import { lightBands, paceTargets } from '@crm/api-contract/lights';
import type { InputOf } from '@crm/api-contract/wire';
import { EnterPaceService, LightBandsService, PaceTargetsService } from '@crm/server/lights';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class LightsController {
  constructor(
    private readonly bands: LightBandsService,
    private readonly targets: PaceTargetsService,
    private readonly entry: EnterPaceService,
  ) {}

  @Route(lightBands.inForce)
  inForce(@Who() actor: Actor) {
    return this.bands.inForce(actor);
  }

  @Route(lightBands.change)
  change(@Who() actor: Actor, @Input() { body }: InputOf<typeof lightBands.change>, @IfMatch() version: number) {
    return this.bands.change(actor, version, body);
  }

  @Route(paceTargets.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof paceTargets.list>) {
    return this.targets.list(actor, query);
  }

  @Route(paceTargets.enter)
  enter(@Who() actor: Actor, @Input() { body }: InputOf<typeof paceTargets.enter>) {
    return this.entry.enter(actor, body);
  }

  @Route(paceTargets.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof paceTargets.one>) {
    return this.targets.one(actor, params.id);
  }
}

import { Controller } from '@nestjs/common';
import { zoneConfiguration } from '@crm/api-contract/configuration';
import type { InputOf } from '@crm/api-contract/wire';
import { ConfigurationService } from '@crm/server/configuration';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ConfigurationController {
  constructor(private readonly configuration: ConfigurationService) {}

  @Route(zoneConfiguration.one)
  one(@Who() actor: Actor) {
    return this.configuration.one(actor);
  }

  @Route(zoneConfiguration.check)
  check(@Who() actor: Actor, @Input() { body }: InputOf<typeof zoneConfiguration.check>) {
    return this.configuration.check(actor, body.file);
  }

  @Route(zoneConfiguration.take)
  take(@Who() actor: Actor, @Input() { body }: InputOf<typeof zoneConfiguration.take>) {
    return this.configuration.take(actor, body);
  }
}

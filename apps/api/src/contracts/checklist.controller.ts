import { Controller } from '@nestjs/common';
import { checklistItems, contractChecklists } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { ChecklistService } from '@crm/server/contracts';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ChecklistController {
  constructor(private readonly checklist: ChecklistService) {}

  @Route(contractChecklists.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof contractChecklists.one>) {
    return this.checklist.one(actor, params.id);
  }

  @Route(contractChecklists.check)
  check(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contractChecklists.check>) {
    return this.checklist.check(actor, params.id, params.itemId, body);
  }

  @Route(contractChecklists.uncheck)
  uncheck(@Who() actor: Actor, @Input() { params }: InputOf<typeof contractChecklists.uncheck>) {
    return this.checklist.uncheck(actor, params.id, params.itemId);
  }

  @Route(checklistItems.list)
  items(@Who() actor: Actor) {
    return this.checklist.items(actor);
  }

  @Route(checklistItems.create)
  addItem(@Who() actor: Actor, @Input() { body }: InputOf<typeof checklistItems.create>) {
    return this.checklist.addItem(actor, body);
  }

  @Route(checklistItems.order)
  order(@Who() actor: Actor, @Input() { body }: InputOf<typeof checklistItems.order>) {
    return this.checklist.order(actor, body);
  }

  @Route(checklistItems.update)
  changeItem(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof checklistItems.update>,
    @IfMatch() version: number,
  ) {
    return this.checklist.changeItem(actor, params.id, version, body);
  }
}

import { Controller } from '@nestjs/common';
import { reminderRules, reminders } from '@crm/api-contract/reminders';
import type { InputOf } from '@crm/api-contract/wire';
import { InboxService, ReminderRulesService } from '@crm/server/reminders';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class RemindersController {
  constructor(
    private readonly inbox: InboxService,
    private readonly rules: ReminderRulesService,
  ) {}

  @Route(reminders.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof reminders.list>) {
    return this.inbox.list(actor, query);
  }

  @Route(reminders.counts)
  counts(@Who() actor: Actor) {
    return this.inbox.counts(actor);
  }

  @Route(reminders.preview)
  preview(@Who() actor: Actor, @Input() { query }: InputOf<typeof reminders.preview>) {
    return this.rules.preview(actor, query);
  }

  @Route(reminders.undelivered)
  undelivered(@Who() actor: Actor) {
    return this.rules.undelivered(actor);
  }

  @Route(reminders.resolve)
  resolve(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof reminders.resolve>) {
    return this.rules.resolve(actor, params.id, body.outcome);
  }

  @Route(reminders.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof reminders.one>) {
    return this.inbox.one(actor, params.id);
  }

  @Route(reminders.done)
  done(@Who() actor: Actor, @Input() { params }: InputOf<typeof reminders.done>) {
    return this.inbox.done(actor, params.id);
  }

  @Route(reminders.snooze)
  snooze(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof reminders.snooze>) {
    return this.inbox.snooze(actor, params.id, body.until);
  }

  @Route(reminders.reopen)
  reopen(@Who() actor: Actor, @Input() { params }: InputOf<typeof reminders.reopen>) {
    return this.inbox.reopen(actor, params.id);
  }

  @Route(reminderRules.list)
  listRules(@Who() actor: Actor, @Input() { query }: InputOf<typeof reminderRules.list>) {
    return this.rules.list(actor, query);
  }

  @Route(reminderRules.change)
  changeRule(
    @Who() actor: Actor,
    @IfMatch() version: number,
    @Input() { params, body }: InputOf<typeof reminderRules.change>,
  ) {
    return this.rules.change(actor, params.id, version, body);
  }

  @Route(reminderRules.preview)
  previewRule(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof reminderRules.preview>) {
    return this.rules.previewChange(actor, params.id, body);
  }
}

import { Controller } from '@nestjs/common';
import { calendarYears, provincialStandards, workingDays } from '@crm/api-contract/standards';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { CalendarYearsService, StandardsService, WorkingDaysService } from '@crm/server/standards';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class StandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly days: WorkingDaysService,
    private readonly years: CalendarYearsService,
  ) {}

  @Route(provincialStandards.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof provincialStandards.list>) {
    return this.standards.list(actor, query);
  }

  @Route(provincialStandards.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof provincialStandards.create>) {
    return this.standards.create(actor, body);
  }

  @Route(provincialStandards.inForce)
  inForce(@Who() actor: Actor, @Input() { query }: InputOf<typeof provincialStandards.inForce>) {
    return this.standards.inForce(actor, query);
  }

  @Route(workingDays.list)
  workingDays(@Who() actor: Actor, @Input() { query }: InputOf<typeof workingDays.list>) {
    return this.days.list(actor, query);
  }

  @Route(workingDays.due)
  due(@Who() actor: Actor, @Input() { query }: InputOf<typeof workingDays.due>) {
    return this.days.due(actor, query);
  }

  @Route(calendarYears.list)
  calendarYears(@Who() actor: Actor) {
    return this.years.list(actor);
  }

  @Route(calendarYears.one)
  calendarYear(@Who() actor: Actor, @Input() { params }: InputOf<typeof calendarYears.one>) {
    return this.years.one(actor, params.year);
  }

  @Route(calendarYears.preview)
  previewYear(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof calendarYears.preview>) {
    return this.years.preview(actor, params.year, body);
  }

  @Route(calendarYears.change)
  changeYear(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof calendarYears.change>,
    @IfMatch() version: number,
  ) {
    return this.years.change(actor, params.year, version, body);
  }
}

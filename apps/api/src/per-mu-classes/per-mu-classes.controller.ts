import { Controller, Req } from '@nestjs/common';
import { evaluationFormula, evaluationRounds } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import {
  CloseRoundService,
  EnterValuesService,
  FormulaService,
  ReadValuesService,
  RoundsService,
} from '@crm/server/per-mu-classes';
import type { Actor } from '@crm/server/data-access';
import { localeOf } from '../http/problem.filter.js';
import { readForm } from '../http/read-form.js';
import { IfMatch, Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';

@Controller()
export class PerMuClassesController {
  constructor(
    private readonly formula: FormulaService,
    private readonly rounds: RoundsService,
    private readonly values: EnterValuesService,
    private readonly sheets: ReadValuesService,
    private readonly closing: CloseRoundService,
  ) {}

  @Route(evaluationFormula.inForce)
  inForce(@Who() actor: Actor) {
    return this.formula.inForce(actor);
  }

  @Route(evaluationFormula.change)
  changeDefault(
    @Who() actor: Actor,
    @Input() { body }: InputOf<typeof evaluationFormula.change>,
    @IfMatch() version: number,
  ) {
    return this.formula.change(actor, version, body);
  }

  @Route(evaluationRounds.list)
  list(@Who() actor: Actor) {
    return this.rounds.list(actor);
  }

  @Route(evaluationRounds.one)
  one(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof evaluationRounds.one>) {
    return this.rounds.one(actor, params.id, query);
  }

  @Route(evaluationRounds.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof evaluationRounds.create>) {
    return this.rounds.create(actor, body);
  }

  @Route(evaluationRounds.changeFormula)
  changeFormula(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof evaluationRounds.changeFormula>,
    @IfMatch() version: number,
  ) {
    return this.rounds.changeFormula(actor, params.id, version, body);
  }

  @Route(evaluationRounds.enter)
  enter(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof evaluationRounds.enter>) {
    return this.values.enter(actor, params.id, body);
  }

  @Route(evaluationRounds.readSheet)
  async readSheet(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof evaluationRounds.readSheet>,
    @Req() request: CrmRequest,
  ) {
    return this.sheets.read(actor, params.id, await readForm(evaluationRounds.readSheet, request), localeOf(request));
  }

  @Route(evaluationRounds.take)
  take(@Who() actor: Actor, @Input() { params }: InputOf<typeof evaluationRounds.take>) {
    return this.values.take(actor, params.id);
  }

  @Route(evaluationRounds.leaveOut)
  leaveOut(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof evaluationRounds.leaveOut>) {
    return this.rounds.leaveOut(actor, params.id, body);
  }

  @Route(evaluationRounds.close)
  close(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof evaluationRounds.close>,
    @IfMatch() version: number,
  ) {
    return this.closing.close(actor, params.id, version, body);
  }

  @Route(evaluationRounds.reopen)
  reopen(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof evaluationRounds.reopen>,
    @IfMatch() version: number,
  ) {
    return this.closing.reopen(actor, params.id, version, body);
  }

  @Route(evaluationRounds.firm)
  firm(@Who() actor: Actor, @Input() { params }: InputOf<typeof evaluationRounds.firm>) {
    return this.rounds.firm(actor, params.id, params.enterpriseId);
  }
}

import { Controller } from '@nestjs/common';
import { contracts, investmentProjects, milestones, parcels } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import {
  ContractLifeService,
  ContractsService,
  LandAndMilestonesService,
  ProjectsService,
  ReviewContractService,
  SignContractService,
} from '@crm/server/contracts';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly signing: SignContractService,
    private readonly review: ReviewContractService,
    private readonly life: ContractLifeService,
    private readonly projects: ProjectsService,
    private readonly site: LandAndMilestonesService,
  ) {}

  @Route(contracts.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof contracts.list>) {
    return this.contracts.list(actor, query);
  }

  @Route(contracts.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof contracts.one>) {
    return this.contracts.one(actor, params.id);
  }

  @Route(contracts.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof contracts.create>) {
    return this.contracts.create(actor, body);
  }

  @Route(contracts.update)
  update(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contracts.update>, @IfMatch() version: number) {
    return this.contracts.update(actor, params.id, version, body);
  }

  @Route(contracts.submit)
  submit(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contracts.submit>, @IfMatch() version: number) {
    return this.review.submit(actor, params.id, version, body);
  }

  @Route(contracts.withdraw)
  withdraw(@Who() actor: Actor, @Input() { params }: InputOf<typeof contracts.withdraw>, @IfMatch() version: number) {
    return this.review.withdraw(actor, params.id, version);
  }

  @Route(contracts.perform)
  perform(@Who() actor: Actor, @Input() { params }: InputOf<typeof contracts.perform>, @IfMatch() version: number) {
    return this.life.perform(actor, params.id, version);
  }

  @Route(contracts.complete)
  complete(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof contracts.complete>,
    @IfMatch() version: number,
  ) {
    return this.life.complete(actor, params.id, version, body);
  }

  @Route(contracts.terminate)
  terminate(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof contracts.terminate>,
    @IfMatch() version: number,
  ) {
    return this.life.terminate(actor, params.id, version, body);
  }

  @Route(contracts.void)
  void(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contracts.void>, @IfMatch() version: number) {
    return this.life.void(actor, params.id, version, body);
  }

  @Route(contracts.sign)
  sign(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contracts.sign>, @IfMatch() version: number) {
    return this.signing.sign(actor, params.id, version, body);
  }

  @Route(contracts.paySupport)
  paySupport(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contracts.paySupport>) {
    return this.signing.paySupport(actor, params.id, body);
  }

  @Route(investmentProjects.list)
  projectList(@Who() actor: Actor, @Input() { query }: InputOf<typeof investmentProjects.list>) {
    return this.projects.list(actor, query);
  }

  @Route(investmentProjects.one)
  project(@Who() actor: Actor, @Input() { params }: InputOf<typeof investmentProjects.one>) {
    return this.projects.one(actor, params.id);
  }

  @Route(investmentProjects.create)
  createProject(@Who() actor: Actor, @Input() { body }: InputOf<typeof investmentProjects.create>) {
    return this.projects.create(actor, body);
  }

  @Route(investmentProjects.update)
  updateProject(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof investmentProjects.update>,
    @IfMatch() version: number,
  ) {
    return this.projects.update(actor, params.id, version, body);
  }

  @Route(parcels.list)
  parcels(@Who() actor: Actor, @Input() { query }: InputOf<typeof parcels.list>) {
    return this.site.parcels(actor, query);
  }

  @Route(milestones.list)
  milestones(@Who() actor: Actor, @Input() { query }: InputOf<typeof milestones.list>) {
    return this.site.milestones(actor, query);
  }

  @Route(milestones.record)
  recordMilestone(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof milestones.record>,
    @IfMatch() version: number,
  ) {
    return this.site.record(actor, params.id, version, body);
  }
}

import { Controller, Req, Res } from '@nestjs/common';
import { checkUps, fourBatches, milestoneExtensions, progress, receipts } from '@crm/api-contract/progress';
import type { InputOf } from '@crm/api-contract/wire';
import {
  CheckUpService,
  FourBatchesService,
  MilestoneExtensionsService,
  MilestoneProgressService,
  ReceiptsService,
} from '@crm/server/progress';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { localeOf } from '../http/problem.filter.js';
import { Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';
import { savedFile } from '../http/saved-file.js';

@Controller()
export class ProgressController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly checkUps: CheckUpService,
    private readonly milestones: MilestoneProgressService,
    private readonly extensions: MilestoneExtensionsService,
    private readonly batches: FourBatchesService,
  ) {}

  @Route(receipts.list)
  receiptList(@Who() actor: Actor, @Input() { query }: InputOf<typeof receipts.list>) {
    return this.receipts.list(actor, query);
  }

  @Route(receipts.create)
  createReceipt(@Who() actor: Actor, @Input() { body }: InputOf<typeof receipts.create>) {
    return this.receipts.create(actor, body);
  }

  @Route(receipts.correct)
  correctReceipt(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof receipts.correct>) {
    return this.receipts.correct(actor, params.id, body);
  }

  @Route(receipts.verify)
  verifyReceipt(@Who() actor: Actor, @Input() { params }: InputOf<typeof receipts.verify>) {
    return this.receipts.verify(actor, params.id);
  }

  @Route(milestoneExtensions.ask)
  askForExtension(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof milestoneExtensions.ask>) {
    return this.extensions.ask(actor, params.id, body);
  }

  @Route(progress.board)
  board(@Who() actor: Actor, @Input() { query }: InputOf<typeof progress.board>) {
    return this.milestones.board(actor, query);
  }

  @Route(progress.idleLand)
  idleLand(@Who() actor: Actor, @Input() { query }: InputOf<typeof progress.idleLand>) {
    return this.milestones.idleLand(actor, query);
  }

  @Route(progress.summary)
  summary(@Who() actor: Actor) {
    return this.milestones.summary(actor);
  }

  @Route(checkUps.list)
  checkUp(@Who() actor: Actor, @Input() { query }: InputOf<typeof checkUps.list>) {
    return this.checkUps.list(actor, query);
  }

  @Route(checkUps.limits)
  limits(@Who() actor: Actor) {
    return this.checkUps.limits(actor);
  }

  @Route(checkUps.setLimits)
  setLimits(@Who() actor: Actor, @Input() { body }: InputOf<typeof checkUps.setLimits>) {
    return this.checkUps.setLimits(actor, body);
  }

  @Route(fourBatches.report)
  fourBatches(@Who() actor: Actor, @Input() { query }: InputOf<typeof fourBatches.report>) {
    return this.batches.report(actor, query);
  }

  @Route(fourBatches.rows)
  batchRows(@Who() actor: Actor, @Input() { query }: InputOf<typeof fourBatches.rows>) {
    return this.batches.rows(actor, query);
  }

  @Route(fourBatches.workbook)
  async workbook(
    @Who() actor: Actor,
    @Input() { query }: InputOf<typeof fourBatches.workbook>,
    @Req() request: CrmRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { fileName, content } = await this.batches.workbook(actor, query, localeOf(request));
    return savedFile(reply, {
      name: fileName,
      content,
      bytes: content.byteLength,
      mediaType: fourBatches.workbook.download as string,
    });
  }
}

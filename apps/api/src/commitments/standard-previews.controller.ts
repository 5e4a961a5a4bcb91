import { Controller } from '@nestjs/common';
import { provincialStandardPreviews } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { StandardPreviewsService } from '@crm/server/commitments';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class StandardPreviewsController {
  constructor(private readonly previews: StandardPreviewsService) {}

  @Route(provincialStandardPreviews.preview)
  preview(@Who() actor: Actor, @Input() { body }: InputOf<typeof provincialStandardPreviews.preview>) {
    return this.previews.preview(actor, body);
  }
}

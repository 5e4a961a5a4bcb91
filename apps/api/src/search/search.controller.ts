import { Controller } from '@nestjs/common';
import { search } from '@crm/api-contract/search';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { SearchService } from '@crm/server/search';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Route(search.all)
  all(@Who() actor: Actor, @Input() { query }: InputOf<typeof search.all>) {
    return this.search.all(actor, query.q);
  }
}

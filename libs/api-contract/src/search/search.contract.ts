import { z } from 'zod';
import { id, route, searched } from '../wire/index.js';

const Hit = z.object({ id, title: z.string(), caption: z.string() }).meta({ id: 'SearchHit' });

export const search = {
  all: route({
    method: 'GET',
    path: '/search',
    costs: 'search',
    access: 'signed-in',
    summary: { zh: '搜索', en: 'Search' },
    description:
      'Enterprises, leads and contracts the caller may see, at most eight of each. Search by two characters of a name, pinyin or initials from any word on (`zeke`, `zkhb`), credit code or contract number.',
    query: z.strictObject({ q: searched }),
    response: z.object({
      searchedFor: z
        .string()
        .meta({ description: 'what was searched: without hidden characters, at most 60 characters' }),
      enterprises: z.array(Hit),
      leads: z.array(Hit),
      contracts: z.array(Hit),
    }),
  }),
};

export type SearchHit = z.infer<typeof Hit>;

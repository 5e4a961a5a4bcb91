import { z } from 'zod';
import { id, line, route } from '../wire/index.js';

const Hit = z.object({ id, title: z.string(), caption: z.string() }).meta({ id: 'SearchHit' });

export const search = {
  all: route({
    method: 'GET',
    path: '/search',
    access: 'signed-in',
    summary: { zh: '搜索', en: 'Search' },
    description:
      'Enterprises, leads and contracts the caller may see, at most eight of each. Search by two characters of a name, pinyin initials (`zjzk`), credit code or contract number.',
    query: z.strictObject({ q: line(60) }),
    response: z.object({ enterprises: z.array(Hit), leads: z.array(Hit), contracts: z.array(Hit) }),
  }),
};

export type SearchHit = z.infer<typeof Hit>;

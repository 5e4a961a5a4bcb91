import type { Supplement } from '@crm/api-contract/supplements';
import { useTranslate } from 'ra-core';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { factName, isWordy, showFact } from './factWords.js';

export type Line = Supplement['lines'][number];

/** Before and after, one fact per row, its unit beside its name. */
export function LinesTable({ lines, label }: { lines: readonly Line[]; label: string }) {
  const translate = useTranslate();
  return (
    <ScrollX label={label}>
      <table className="plain" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{translate('supplements.what')}</th>
            <th scope="col" className="num">
              {translate('promises.before')}
            </th>
            <th scope="col" className="num">
              {translate('promises.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{factName(translate, field)}</th>
              <td className={isWordy(field) ? 't-2' : 'num t-2'}>{showFact(translate, field, before)}</td>
              <td className={isWordy(field) ? 'b' : 'num b'}>{showFact(translate, field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

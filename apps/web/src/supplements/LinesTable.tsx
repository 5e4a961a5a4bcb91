import type { Supplement } from '@crm/api-contract/supplements';
import { useTranslate } from 'ra-core';
import { NONE, showDecimal, showPercent } from '../parts/numbers.js';

type Line = Supplement['lines'][number];

/** `promise.tax.perMuWan` in words. */
function useFieldName(): (field: string) => string {
  const translate = useTranslate();
  return (field) => {
    const [head, subject = '', fact = ''] = field.split('.');
    if (head === 'promise') return `${translate(`performance.short.${subject}`)} ${translate(`supplements.fact.${fact}`)}`;
    if (head === 'parcel') return translate('supplements.parcel', { code: subject === '-' ? '' : subject });
    return translate(`supplements.fact.${head}`);
  };
}

const show = (field: string, value: string | null): string => {
  if (value === null) return NONE;
  if (/(Percent|percentOfStandard)$/.test(field)) return showPercent(value);
  return /(Wan|Mu)$/.test(field) || field.startsWith('parcel.') ? showDecimal(value, 2) : value;
};

/** Before and after, one fact to a row. */
export function LinesTable({ lines, label }: { lines: readonly Line[]; label: string }) {
  const translate = useTranslate();
  const nameOf = useFieldName();
  return (
    <table className="plain" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{translate('supplements.what')}</th>
          <th scope="col" className="num">{translate('promises.before')}</th>
          <th scope="col" className="num">{translate('promises.after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            <td className="num t-2">{show(field, before)}</td>
            <td className="num b">{show(field, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

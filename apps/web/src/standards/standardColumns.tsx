import type { ProvincialStandard } from '@crm/api-contract/standards';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Hint } from '../parts/marks/Hint.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { showWan } from '../parts/text/money.js';

type Standard = ProvincialStandard;

const placeOf = (row: Standard, translate: TranslateFunction) =>
  row.placeLevel === 'zone' ? translate('standards.level.zone') : row.placeName;
const industryOf = (row: Standard, translate: TranslateFunction) =>
  row.industryName ?? translate('standards.anyIndustry');
const validityOf = ({ validFrom: from, validTo: to }: Standard, translate: TranslateFunction) =>
  to === null ? translate('standards.from', { from }) : translate('standards.fromTo', { from, to });

/** Whether a version is in force on the selected day, later, or was before. */
function Standing({ row, on }: { row: Standard; on: string }) {
  const translate = useTranslate();
  if (row.validFrom > on) return <span className="caption">{translate('standards.coming')}</span>;
  if (row.validTo !== null && row.validTo < on)
    return <span className="caption">{translate('standards.followed')}</span>;
  return <Tag>{translate('standards.inForce')}</Tag>;
}

function Value({ row, unit = false }: { row: Standard; unit?: boolean }) {
  const translate = useTranslate();
  if (row.perMuWan === null) return <span className="faint">{translate('parts.gauge.notSet')}</span>;
  return (
    <b className="strong nowrap">
      {showWan(translate, row.perMuWan)}
      {unit && <span className="caption"> {translate('parts.unit.perMu')}</span>}
    </b>
  );
}

function Document({ row }: { row: Standard }) {
  const translate = useTranslate();
  return (
    <>
      {row.documentNo}
      {row.derived && (
        <div>
          <Hint verdict="warning">{translate('standards.derived')}</Hint>
        </div>
      )}
      {row.source && <div className="caption">{row.source}</div>}
    </>
  );
}

/** The columns of the list and its print sheet; `on` is the selected day. */
export const standardColumns = (translate: TranslateFunction, on: string): RecordColumn<Standard>[] => [
  {
    source: 'indicator',
    label: 'standards.indicator',
    cell: (row) => <span className="nowrap">{translate(`indicators.name.${row.indicator}`)}</span>,
  },
  {
    source: 'perMuWan',
    label: 'standards.value',
    unit: 'parts.unit.perMu',
    number: true,
    cell: (row) => <Value row={row} />,
  },
  {
    source: 'placeLevel',
    label: 'standards.place',
    cell: (row) => (
      <>
        {placeOf(row, translate)}{' '}
        {row.placeLevel !== 'zone' && <span className="caption">{translate(`standards.level.${row.placeLevel}`)}</span>}
      </>
    ),
    printed: (row) => placeOf(row, translate),
  },
  { source: 'industryName', label: 'standards.industry', cell: (row) => industryOf(row, translate) },
  {
    source: 'validFrom',
    label: 'standards.validity',
    className: 'nowrap',
    cell: (row) => (
      <>
        {validityOf(row, translate)} <Standing row={row} on={on} />
      </>
    ),
  },
  {
    source: 'documentNo',
    label: 'standards.document',
    cell: (row) => <Document row={row} />,
    printed: (row) => row.documentNo,
  },
];

/** On a phone: indicator and value, then place, validity and document. */
export function StandardRow({ row, on }: { row: Standard; on: string }) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <b className="strong">{translate(`indicators.name.${row.indicator}`)}</b>
        <span className="spacer" />
        <Value row={row} unit />
      </span>
      <span className="quiet">{`${placeOf(row, translate)} · ${industryOf(row, translate)}`}</span>
      <span className="quiet">
        {validityOf(row, translate)} <Standing row={row} on={on} />
      </span>
      <span className="quiet">
        <Document row={row} />
      </span>
    </div>
  );
}

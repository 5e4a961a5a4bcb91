import type { AreaUnit } from '@crm/domain/quantities';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { RecordColumn } from '../parts/tables/columns.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { NONE, showDecimal, showSquareMetres } from '../parts/text/numbers.js';
import { stopsOf, type Stop } from '../contracts/index.js';
import { useClock } from './useClock.js';

/** The milestones, one per line: planned, extended, reached, and how late. */
export function PrintedStops({ contract, today }: { contract: Contract; today: string }) {
  const translate = useTranslate();
  const clock = useClock();
  const columns: RecordColumn<Stop>[] = [
    {
      source: 'kind',
      label: 'contracts.print.stop',
      className: 'nowrap',
      cell: ({ kind, verdict }) => (
        <>
          <VerdictGlyph verdict={verdict} size={9} /> {translate(`contracts.stop.${kind}`)}
        </>
      ),
    },
    {
      source: 'planned',
      label: 'contracts.print.planned',
      cell: ({ kind, planned }) =>
        planned ??
        (kind === 'full-production' && contract.fullProductionYear
          ? translate('contracts.stop.owedFrom', { year: contract.fullProductionYear })
          : NONE),
    },
    { source: 'extendedTo', label: 'contracts.print.extended', cell: ({ extendedTo }) => extendedTo ?? NONE },
    { source: 'actual', label: 'contracts.print.actual', cell: ({ actual }) => actual ?? NONE },
    {
      source: 'clock',
      label: 'contracts.print.clock',
      cell: (stop) => <span className={stop.verdict === 'breach' ? 'strong' : undefined}>{clock(stop) ?? NONE}</span>,
    },
  ];
  return (
    <>
      <h2>{translate('contracts.stops')}</h2>
      <PrintedTable columns={columns} rows={stopsOf(contract, today)} keyOf={({ kind }) => kind} />
    </>
  );
}

/** The current parcels in both units, with their totals. */
export function PrintedLand({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const land = contract.parcels.filter(({ knownTo }) => knownTo === null);
  if (land.length === 0) return null;
  return (
    <>
      <h2>{translate('contracts.tabs.land')}</h2>
      <PrintedTable
        columns={parcelColumns(translate, land.length > 1 ? contract : undefined)}
        rows={land}
        keyOf={({ id }) => id}
      />
    </>
  );
}

type Parcel = Contract['parcels'][number];

/** `whole`: the contract with these parcels, if there are several to add up. */
const parcelColumns = (translate: TranslateFunction, whole: Contract | undefined): RecordColumn<Parcel>[] => [
  {
    source: 'code',
    label: 'contracts.parcel.code',
    cell: ({ code }) => code || NONE,
    sum: whole && translate('contracts.parcel.sum'),
  },
  { source: 'phase', label: 'contracts.parcel.phase', joined: true, cell: ({ phase }) => phase || NONE },
  {
    source: 'basis',
    label: 'contracts.parcel.basis',
    joined: true,
    cell: ({ basis }) => translate(`contracts.basis.${basis}`),
  },
  {
    source: 'areaMu',
    label: 'contracts.area',
    unit: 'parts.unit.mu',
    number: true,
    cell: ({ areaMu }) => showDecimal(areaMu, 2),
    sum: whole && showDecimal(whole.areaMu, 2),
  },
  {
    source: 'squareMetres',
    label: 'contracts.area',
    unit: '㎡',
    number: true,
    cell: ({ areaMu }) => showSquareMetres(areaMu),
    sum: whole && showSquareMetres(whole.areaMu),
  },
  {
    source: 'entered',
    label: 'contracts.parcel.entered',
    number: true,
    cell: ({ entered }) => `${showDecimal(entered.value)} ${translate(`contracts.unit.${entered.unit as AreaUnit}`)}`,
  },
];

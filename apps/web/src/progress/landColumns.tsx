import type { IdleLandRow } from '@crm/api-contract/progress';
import type { TranslateFunction } from 'ra-core';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { showDecimal } from '../parts/text/numbers.js';
import { landGlyphs, landSaid } from './landWords.js';
import { PrintedProject } from './PrintedProject.js';
import { remarkColumn } from './remarkColumn.js';

/** Idle land on paper: since when it lies there, and what follows on which day. The screen draws a clock instead. */
export const landColumns = (translate: TranslateFunction): RecordColumn<IdleLandRow>[] => [
  { source: 'projectName', label: 'progress.checkUp.project', cell: (row) => <PrintedProject row={row} /> },
  {
    source: 'areaMu',
    label: 'contracts.area',
    unit: 'parts.unit.mu',
    number: true,
    cell: ({ areaMu }) => showDecimal(areaMu, 2),
  },
  {
    source: 'landGrantedOn',
    label: 'progress.land.grantedHead',
    className: 'nowrap',
    cell: ({ landGrantedOn }) => landGrantedOn,
  },
  {
    source: 'idleDays',
    label: 'progress.land.idleHead',
    unit: 'progress.land.days',
    number: true,
    cell: ({ idleDays }) => showDecimal(idleDays),
  },
  {
    source: 'state',
    label: 'progress.land.state',
    className: 'nowrap',
    cell: ({ state }) => (
      <>
        <VerdictGlyph verdict={landGlyphs[state]} size={9} /> {translate(`progress.land.states.${state}`)}
      </>
    ),
  },
  { source: 'follows', label: 'progress.land.follows', cell: (row) => landSaid(row, translate) },
  remarkColumn,
];

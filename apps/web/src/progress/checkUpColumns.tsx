import type { CheckUpRow } from '@crm/api-contract/progress';
import type { TranslateFunction } from 'ra-core';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { showWan } from '../parts/text/money.js';
import { NONE } from '../parts/text/numbers.js';
import { flagSaid, glyphOf, plainPercent } from './flagWords.js';
import { PrintedProject } from './PrintedProject.js';
import { remarkColumn } from './remarkColumn.js';

/** Flagged projects on paper, each flag with its rule and number. The screen lists them in sentences. */
export const checkUpColumns = (translate: TranslateFunction): RecordColumn<CheckUpRow>[] => [
  { source: 'projectName', label: 'progress.checkUp.project', cell: (row) => <PrintedProject row={row} /> },
  {
    source: 'projectSignedOn',
    label: 'progress.checkUp.signedHead',
    className: 'nowrap',
    cell: ({ projectSignedOn }) => projectSignedOn,
  },
  {
    source: 'startedOn',
    label: 'progress.checkUp.startedHead',
    className: 'nowrap',
    cell: ({ startedOn }) => startedOn ?? NONE,
  },
  {
    source: 'amountWan',
    label: 'progress.checkUp.amount',
    unit: 'parts.unit.wan',
    number: true,
    cell: ({ amountWan }) => showWan(translate, amountWan, 2),
  },
  {
    source: 'arrivedWan',
    label: 'progress.checkUp.arrived',
    unit: 'parts.unit.wan',
    number: true,
    cell: ({ arrivedWan }) => showWan(translate, arrivedWan, 2),
  },
  {
    source: 'arrivedPercent',
    label: 'indicators.unit.percent',
    number: true,
    cell: ({ arrivedPercent }) => (arrivedPercent === null ? NONE : plainPercent(arrivedPercent)),
  },
  {
    source: 'flags',
    label: 'progress.checkUp.flag',
    cell: (row) =>
      row.flags.map((flag) => (
        <div key={flag.rule}>
          <VerdictGlyph verdict={glyphOf(flag)} size={9} /> <b>{translate(`progress.checkUp.rules.${flag.rule}`)}</b>{' '}
          {flagSaid(flag, row, translate)}
        </div>
      )),
  },
  remarkColumn,
];

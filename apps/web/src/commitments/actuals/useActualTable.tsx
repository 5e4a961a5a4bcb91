import { actuals } from '@crm/api-contract/routes';
import type { Actual } from '@crm/api-contract/commitments';
import { useGetIdentity, useTranslate } from 'ra-core';
import { Suspense, useState, type ReactNode } from 'react';
import { FilesCard } from '../../files/index.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { useMay } from '../../providers/abilities.js';
import { sayQuantity } from '../../reference/quantities.js';
import { actualColumns, pastRow } from './actualColumns.js';
import { ChooseDrawer } from './ChooseDrawer.js';
import { VerifyDialog } from './VerifyDialog.js';
import '../../parts/layout/reading.css';
import '../promises/promises.css';
import './actuals.css';

interface Options {
  rows: readonly Actual[];
  onCorrect: (actual: Actual) => void;
  /** For several contracts. */
  across?: boolean;
}

interface ActualTable {
  columns: readonly (RecordColumn<Actual> | false)[];
  table: { className: string; rowSx: typeof pastRow };
  /** The dialogs that the buttons of a row open. */
  opened: ReactNode;
}

/**
 * The columns of a table of figures, and the dialogs of their buttons: evidence, and the confirmation before verifying.
 */
export function useActualTable({ rows, onCorrect, across = false }: Options): ActualTable {
  const translate = useTranslate();
  const may = useMay();
  const { identity } = useGetIdentity();
  const [verifying, setVerifying] = useState<Actual | null>(null);
  const [choosing, setChoosing] = useState<Actual | null>(null);
  const [evidenceOf, setEvidenceOf] = useState<Actual | null>(null);
  const inWords = (actual: Actual): string =>
    `${actual.year} ${translate(`indicators.name.${actual.indicator}`)} ${sayQuantity(translate, actual.unit, actual.value)}`;
  const moves = (row: Actual) => {
    const open = row.knownTo === null && !row.locked;
    return (
      <>
        <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => setEvidenceOf(row)}>
          {translate('actuals.evidence')}
        </button>
        {/* Nobody verifies their own figure. */}
        {open && may(actuals.verify) && row.enteredById !== identity?.id && (
          <button type="button" className="aslink" onClick={() => setVerifying(row)}>
            {translate('actuals.verify')}
          </button>
        )}
        {/* A source of a higher rank counts, unless a manager chooses this one. */}
        {row.knownTo === null && row.rivals.length > 0 && !row.counts && may(actuals.choose) && (
          <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => setChoosing(row)}>
            {translate('actuals.choose')}
          </button>
        )}
        {open && may(actuals.correct, row) && (
          <button type="button" className="aslink" onClick={() => onCorrect(row)}>
            {translate('actuals.correct')}
          </button>
        )}
      </>
    );
  };
  // The column of other sources is shown only if sources disagree: most figures have one source.
  const rivals = rows.some((row) => row.rivals.length > 0);
  return {
    columns: actualColumns(translate, { across, rivals, moves }),
    table: { className: 'actuals', rowSx: pastRow },
    opened: (
      <>
        {evidenceOf && (
          <SideDrawer
            title={translate('actuals.evidence')}
            caption={inWords(evidenceOf)}
            onClose={() => setEvidenceOf(null)}
          >
            <Suspense fallback={null}>
              <FilesCard subjectType="actual" subjectId={evidenceOf.id} on={evidenceOf} />
            </Suspense>
          </SideDrawer>
        )}
        {choosing && <ChooseDrawer actual={choosing} said={inWords(choosing)} onClose={() => setChoosing(null)} />}
        {verifying && <VerifyDialog actual={verifying} said={inWords(verifying)} onClose={() => setVerifying(null)} />}
      </>
    ),
  };
}

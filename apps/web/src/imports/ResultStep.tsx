import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Strip } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Note } from '../parts/marks/Note.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useMay } from '../providers/abilities.js';
import { DifferingRows } from './DifferingRows.js';
import { FaultTable } from './FaultTable.js';
import { StepHead } from './StepHead.js';
import { saveFile } from '../providers/saveFile.js';
import { StepProgress, useProgressWords } from './StepProgress.js';
import { LeftOutNote } from './LeftOutNote.js';
import { isMoving, useMoveImport } from './useImport.js';

const shown = {
  'contract-ledger': ['contracts', 'enterprises', 'projects', 'commitments'],
  'annual-actuals': ['actuals'],
  'provincial-standards': ['standards', 'closed'],
  'working-days': ['years', 'days'],
} as const;
/** Where the imported records are shown. */
const opened = {
  'contract-ledger': [
    ['/overview', 'openOverview'],
    ['/contracts', 'openContracts'],
  ],
  'annual-actuals': [
    ['/overview', 'openOverview'],
    ['/actuals', 'openActuals'],
  ],
  'provincial-standards': [['/standards', 'openStandards']],
  'working-days': [['/standards', 'openStandards']],
} as const;

/** The result, links to it, and the revert. */
export function ResultStep({ record, title }: { record: Import; title: string }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const revert = useMoveImport(record, 'revert');
  const mayImport = useMay()(imports.revert);
  const progressWords = useProgressWords();
  const { status, result, counts, kind } = record;
  // Negative tax is written only once somebody has confirmed it.
  const refunds = record.questions
    .filter(({ confirmed }) => confirmed)
    .flatMap(({ figures }) => figures)
    .filter(({ why }) => why === 'refund').length;
  const written = result ? shown[kind].reduce((sum: number, name) => sum + result[name], 0) : 0;
  return (
    <>
      <StepHead
        title={title}
        step="result"
        actions={
          <>
            {counts && counts.invalid + counts.differs > 0 && (
              <Button
                startIcon={<Icon name="exports" />}
                onClick={() => void saveFile(imports.errorWorkbook, { params: { id: record.id } })}
              >
                {translate('imports.errorWorkbook')}
              </Button>
            )}
            {status === 'committed' && mayImport && written > 0 && (
              <Button color="error" disabled={revert.isPending} onClick={() => setAsking(true)}>
                {translate('imports.revert')}
              </Button>
            )}
            <Button component={Link} to="/imports">
              {translate(status === 'failed' ? 'imports.retryUpload' : 'imports.another')}
            </Button>
          </>
        }
      />
      <div className="importcards">
        {isMoving(record) && (
          <section className="card fhead" aria-label={record.fileName}>
            <div className="row wrap">
              <b>{record.fileName}</b>
              <span className="caption">
                {translate(`imports.progress.${status === 'reverting' ? 'revertingWhy' : 'committingWhy'}`)}
              </span>
              <span className="spacer" />
              <span className="quiet" role="status">
                {progressWords(record)}
              </span>
              <span className="caption">{translate('imports.leave')}</span>
            </div>
            <StepProgress record={record} label={translate(`imports.status.${status}`)} />
          </section>
        )}
        {status === 'committed' && record.failure && (
          <Note kind="error">
            <b>{translate('imports.notReverted')}</b> {record.failure.message}
          </Note>
        )}
        {status === 'failed' && (
          <Note kind="error">
            <b>{translate('imports.failed')}</b> {record.fileName}
            <br />
            {record.failure?.message}
          </Note>
        )}
        {status === 'closed' && (
          <Note>
            <b>{record.fileName}</b> {record.failure?.message}
          </Note>
        )}
        {status === 'reverted' && (
          <Note>
            <b>{record.fileName}</b> {translate('imports.reverted')}
          </Note>
        )}
        {status === 'committed' && <LeftOutNote record={record} />}
        {status === 'committed' && result && counts && (
          <>
            <Card>
              <div className="row wrap donehead">
                <VerdictGlyph verdict="met" size={18} />
                <b>{translate('imports.done')}</b>
                <span>{record.fileName}</span>
                <span className="quiet">
                  {written > 0
                    ? translate(`imports.doneWhy.${kind}`, { ...result })
                    : translate('imports.nothingWritten')}
                </span>
                <span className="spacer" />
                {opened[kind].map(([to, word], at) => (
                  <Button key={to} {...(at === 0 ? { variant: 'contained' as const } : {})} component={Link} to={to}>
                    {translate(`imports.${word}`)}
                  </Button>
                ))}
              </div>
            </Card>
            <Strip label={translate('imports.step.result')}>
              {shown[kind].map((name) => (
                <KeyNumber
                  key={name}
                  name={translate(`imports.result.${name}`)}
                  value={showDecimal(result[name])}
                  small
                />
              ))}
              {refunds > 0 && (
                <KeyNumber name={translate('imports.result.refunds')} value={showDecimal(String(refunds))} small />
              )}
              {(['unchanged', 'differs', 'invalid'] as const)
                .filter((name) => counts[name] > 0)
                .map((name) => (
                  <KeyNumber
                    key={name}
                    name={translate(`imports.result.${name}`)}
                    value={showDecimal(counts[name])}
                    small
                  />
                ))}
            </Strip>
          </>
        )}
        {!isMoving(record) && <DifferingRows record={record} />}
        {record.errors.length > 0 && !isMoving(record) && (
          <FaultTable record={record} onChange={() => undefined} onRow={() => undefined} />
        )}
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)}>
        <DialogTitle>{translate('imports.revertTitle')}</DialogTitle>
        <DialogContent>{translate(`imports.revertWhy.${kind}`)}</DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{translate('imports.revertNo')}</Button>
          <Button
            color="error"
            variant="contained"
            onClick={() => {
              setAsking(false);
              revert.mutate();
            }}
          >
            {translate('imports.revertYes')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

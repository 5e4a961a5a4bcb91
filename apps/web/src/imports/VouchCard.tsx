import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ImportQuestion } from '@crm/api-contract/imports';
import { imports } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useUnsaved } from '../parts/unsaved/useEditor.js';
import { useMay } from '../providers/abilities.js';
import type { ImportChange } from './useImport.js';

type Vouch = NonNullable<ImportChange['vouch']>;
type Code = ImportQuestion['codes'][number];

interface Props {
  question: ImportQuestion;
  busy: boolean;
  onVouch: (vouch: Vouch) => void;
}

/** Credit codes that fail their check: a person says who saw each in the register, and where. */
export function VouchCard({ question: { codes, confirmed }, busy, onVouch }: Props) {
  const translate = useTranslate();
  return (
    <div className={confirmed ? 'questioncard' : 'questioncard asked'}>
      <Card
        flush
        title={
          <span className="row">
            <VerdictGlyph verdict={confirmed ? 'met' : 'warning'} size={14} />
            {translate('imports.question.codes', { count: codes.length })}
          </span>
        }
        caption={translate('imports.question.codesCaption')}
      >
        <div className="list">
          {codes.map((one) => (
            <CodeRow key={`${one.row} ${one.creditCode}`} one={one} busy={busy} onVouch={onVouch} />
          ))}
        </div>
      </Card>
    </div>
  );
}

function CodeRow({ one, busy, onVouch }: { one: Code; busy: boolean; onVouch: (vouch: Vouch) => void }) {
  const translate = useTranslate();
  const mayImport = useMay()(imports.change);
  const [reason, setReason] = useState('');
  useUnsaved({ typed: one.reason === null && reason.trim() !== '', saving: busy });
  const { row, creditCode, enterpriseName } = one;
  return (
    <div className="row wrap cardbody">
      <b>{row}</b>
      <span className="code">{creditCode}</span>
      <span>{enterpriseName}</span>
      {one.reason !== null && <span className="quiet">{one.reason}</span>}
      {mayImport && one.reason === null && (
        <TextField
          size="small"
          sx={{ flex: '1 1 240px' }}
          label={translate('imports.question.codesReason', { code: creditCode })}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {mayImport && (
        <Button
          variant={one.reason === null ? 'contained' : 'text'}
          disabled={busy || (one.reason === null && reason.trim() === '')}
          onClick={() => onVouch([{ creditCode, reason: one.reason === null ? reason : null }])}
        >
          {translate(one.reason === null ? 'imports.question.codesVouch' : 'imports.question.codesUndo')}
        </Button>
      )}
    </div>
  );
}

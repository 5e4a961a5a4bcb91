import Button from '@mui/material/Button';
import type { EnterpriseDetail } from '@crm/api-contract/enterprises';
import { enterpriseMerges } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Note } from '../parts/marks/Note.js';
import { dayOf } from '../parts/text/days.js';
import { useMay } from '../providers/abilities.js';
import { UndoMergeDialog } from './UndoMergeDialog.js';

type Merged = EnterpriseDetail['merged'][number];

/** The records merged into this one, while the merge can be undone. */
export function MergedNotes({ firm }: { firm: EnterpriseDetail }) {
  const today = dayOf(new Date());
  return firm.merged
    .filter(({ undoUntil }) => undoUntil >= today)
    .map((merged) => <MergedNote key={merged.mergeId} merged={merged} />);
}

function MergedNote({ merged }: { merged: Merged }) {
  const translate = useTranslate();
  const mayUndo = useMay()(enterpriseMerges.undo);
  const [undoing, setUndoing] = useState(false);
  const { name, mergedOn, mergedBy, reason, undoUntil } = merged;
  return (
    <Note kind="accent">
      <div className="row wrap">
        <span>
          {translate('enterprises.merge.merged', { name, day: mergedOn, by: mergedBy ?? '—' })}{' '}
          <span className="quiet">{reason}</span>
        </span>
        <span className="spacer" />
        {mayUndo && (
          <Button size="small" onClick={() => setUndoing(true)}>
            {translate('enterprises.merge.undo', { day: undoUntil })}
          </Button>
        )}
      </div>
      {undoing && <UndoMergeDialog merged={merged} onClose={() => setUndoing(false)} />}
    </Note>
  );
}

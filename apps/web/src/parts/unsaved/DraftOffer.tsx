import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Note } from '../marks/Note.js';
import { showInstant } from '../text/days.js';
import type { Draft } from './useDraft.js';

/** “Draft of 14:32”: restored or discarded. It says what is kept and where. */
export function DraftOffer({ draft, onRestore }: { draft: Draft; onRestore: (values: unknown) => void }) {
  const translate = useTranslate();
  const { offered, outdated } = draft;
  if (!offered) return null;
  return (
    <Note kind="accent">
      <span className="row wrap">
        <b className="strong">{translate('parts.draft.of', { at: showInstant(offered.at) })}</b>
        <span className="spacer" />
        <Button
          size="small"
          variant="contained"
          onClick={() => {
            onRestore(offered.values);
            draft.answer(false);
          }}
        >
          {translate('parts.draft.restore')}
        </Button>
        <Button size="small" onClick={() => draft.answer(true)}>
          {translate('parts.draft.discard')}
        </Button>
      </span>
      <span className="caption">
        {outdated && `${translate('parts.draft.outdated')} `}
        {translate('parts.draft.where')}
      </span>
    </Note>
  );
}

import type { EnterpriseDetail } from '@crm/api-contract/enterprises';
import { enterpriseMerges } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { MergeNotices } from './MergeNotices.js';
import { Counted } from './MergePreviewed.js';

interface UndoMergeDialogProps {
  merged: EnterpriseDetail['merged'][number];
  onClose: () => void;
}

/** Restores the merged record; what has come to this one since then stays here, and is listed. */
export function UndoMergeDialog({ merged: { mergeId, name }, onClose }: UndoMergeDialogProps) {
  const translate = useTranslate();
  const params = { id: mergeId };
  const { submit, error } = useVerbForm(enterpriseMerges.undo, {
    said: translate('enterprises.merge.undone'),
    onDone: onClose,
  });
  const { data, error: refused } = useAsk(enterpriseMerges.undoPreview, { params }, { staleTime: 0, retry: false });
  return (
    <DialogForm<{ reason: string }>
      title={translate('enterprises.merge.undoTitle')}
      caption={name}
      save={translate('enterprises.merge.undoSave')}
      error={error}
      onClose={onClose}
      defaultValues={{ reason: '' }}
      onSubmit={(body) => submit({ params, body })}
    >
      {refused ? <ErrorSentence error={refused} /> : !data && <SkeletonTable rows={2} />}
      {data && (
        <>
          <div className="mergemoves" role="status">
            <b className="strong">{translate('enterprises.merge.returns')}</b>
            {data.returned.length === 0 && <span className="caption">{translate('enterprises.merge.nothing')}</span>}
            <Counted counts={data.returned} />
          </div>
          <MergeNotices notices={data.notices} />
        </>
      )}
      <TextInput
        source="reason"
        label={translate('enterprises.merge.undoReason')}
        validate={required()}
        autoFocus
        autoComplete="off"
      />
    </DialogForm>
  );
}

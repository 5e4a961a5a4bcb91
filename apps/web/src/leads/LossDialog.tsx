import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { DialogForm } from '../parts/forms/DialogForm.js';

const SUGGESTED = ['price', 'place', 'policy', 'land', 'capital'] as const;

/** A lead is given up only with a reason; the usual ones are one click away. */
export function LossDialog({
  name,
  onConfirm,
  onClose,
}: {
  name: string;
  onConfirm: (reason: string) => unknown;
  onClose: () => void;
}) {
  const translate = useTranslate();
  return (
    <DialogForm
      title={translate('leads.lossTitle')}
      caption={name}
      save={translate('leads.lossConfirm')}
      icon={<></>}
      onClose={onClose}
      onSubmit={({ reason }: { reason: string }) => onConfirm(reason.trim())}
    >
      <Suggested />
      <TextInput
        source="reason"
        label={translate('leads.lossWhy')}
        validate={required()}
        autoComplete="off"
        autoFocus
      />
    </DialogForm>
  );
}

function Suggested() {
  const translate = useTranslate();
  const { setValue } = useFormContext<{ reason: string }>();
  return (
    <div className="row wrap">
      {SUGGESTED.map((key) => (
        <Button
          key={key}
          size="small"
          onClick={() => setValue('reason', translate(`leads.lossSuggestions.${key}`), { shouldDirty: true })}
        >
          {translate(`leads.lossSuggestions.${key}`)}
        </Button>
      ))}
    </div>
  );
}

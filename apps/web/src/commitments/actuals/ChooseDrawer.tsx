import { actuals } from '@crm/api-contract/routes';
import type { Actual } from '@crm/api-contract/commitments';
import type { BodyAsked } from '@crm/api-contract/wire';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { Note } from '../../parts/marks/Note.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

/** 采用这个来源: the verdict takes this figure instead of a higher source's, and shows the reason. */
export function ChooseDrawer({ actual, said, onClose }: { actual: Actual; said: string; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(actuals.choose, { said: translate('actuals.chosenNow'), onDone: onClose });
  return (
    <DrawerForm
      error={error}
      title={translate('actuals.chooseTitle')}
      caption={said}
      onClose={onClose}
      save={translate('actuals.choose')}
      defaultValues={{ reason: '' }}
      onSubmit={(body: BodyAsked<typeof actuals.choose>) => submit({ params: { id: actual.id }, body })}
    >
      <Note kind="warning">{translate('actuals.chooseWhy')}</Note>
      <TextInput
        source="reason"
        label={translate('actuals.chooseReason')}
        validate={required()}
        multiline
        minRows={3}
      />
    </DrawerForm>
  );
}

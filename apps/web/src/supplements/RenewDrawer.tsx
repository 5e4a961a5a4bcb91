import type { BodyAsked } from '@crm/api-contract/wire';
import { supplements } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useNavigate } from 'react-router';
import { DayInput } from '../parts/fields/DayInput.js';
import type { DrawerProps } from '../contracts/index.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerb } from '../verbs/useVerb.js';

/** 续签: a draft with everything in force, opened for editing. */
export function RenewDrawer({ contract, onClose }: DrawerProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const renew = useVerb(supplements.renew, {
    said: translate('supplements.renewed'),
    onDone: ({ id }) => void navigate(`/contracts/${id}/edit`),
  });
  return (
    <DrawerForm
      title={translate('supplements.renew')}
      caption={contract.number}
      onClose={onClose}
      save={translate('supplements.renewSave')}
      defaultValues={{ termFrom: null, termTo: null }}
      onSubmit={({ termFrom, termTo }: BodyAsked<typeof supplements.renew>) =>
        renew.mutate({
          params: { id: contract.id },
          body: { ...(termFrom ? { termFrom } : {}), ...(termTo ? { termTo } : {}) },
        })
      }
    >
      <Note>{translate('supplements.renewWhy')}</Note>
      <div className="pair">
        <DayInput source="termFrom" label={translate('supplements.fact.termFrom')} />
        <DayInput source="termTo" label={translate('supplements.fact.termTo')} />
      </div>
    </DrawerForm>
  );
}

import type { BodyAsked } from '@crm/api-contract/wire';
import { milestones } from '@crm/api-contract/routes';
import type { Contract, Milestone } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { DayInput } from '../parts/fields/DayInput.js';
import { EvidenceField, useEvidence } from '../files/index.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** 登记实际日期: when a milestone was reached; a future day is refused. */
export function ReachDrawer({
  contract,
  milestone,
  today,
  onClose,
}: {
  contract: Contract;
  milestone: Milestone;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const evidence = useEvidence('milestone');
  const { submit, error } = useVerbForm(milestones.record, {
    said: translate('contracts.reach.done'),
    onDone: () => evidence.attachTo(milestone.id).then(onClose),
  });
  return (
    <DrawerForm
      error={error}
      title={translate('contracts.reach.title', { stop: translate(`contracts.stop.${milestone.kind}`) })}
      caption={contract.number}
      onClose={onClose}
      save={translate('contracts.reach.record')}
      defaultValues={{ actualOn: today }}
      onSubmit={(values: BodyAsked<typeof milestones.record>) =>
        submit({
          params: { id: milestone.id },
          version: milestone.version,
          body: { actualOn: values.actualOn },
        })
      }
    >
      <DayInput
        source="actualOn"
        label={translate('contracts.reach.actualOn')}
        validate={required()}
        helperText={milestone.plannedOn ? translate('contracts.stop.planned', { day: milestone.plannedOn }) : false}
      />
      <EvidenceField evidence={evidence} on={contract} />
    </DrawerForm>
  );
}

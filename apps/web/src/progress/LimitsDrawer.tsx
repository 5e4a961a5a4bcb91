import type { BodyAsked } from '@crm/api-contract/wire';
import { checkUps } from '@crm/api-contract/routes';
import type { CheckUpLimits } from '@crm/api-contract/progress';
import { required, useTranslate } from 'ra-core';
import { NumberInput, TextInput } from 'react-admin';
import { ExactInput } from '../parts/fields/AmountInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** 体检标准: a new version from now on, with a reason. */
export function LimitsDrawer({ limits, onClose }: { limits: CheckUpLimits; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(checkUps.setLimits, {
    said: translate('progress.limits.saved'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={translate('progress.checkUp.changeLimits')}
      caption={translate('progress.limits.caption')}
      onClose={onClose}
      defaultValues={{
        monthsToStart: limits.monthsToStart,
        monthsToFirstMoney: limits.monthsToFirstMoney,
        leastPercent: limits.leastPercent,
        monthsBetweenMoney: limits.monthsBetweenMoney,
        reason: '',
      }}
      onSubmit={(body: BodyAsked<typeof checkUps.setLimits>) => submit({ body })}
    >
      <NumberInput
        source="monthsToStart"
        label={translate('progress.limits.monthsToStart')}
        validate={required()}
        min={1}
        max={120}
        step={1}
        helperText={translate('progress.limits.months')}
      />
      <NumberInput
        source="monthsToFirstMoney"
        label={translate('progress.limits.monthsToFirstMoney')}
        validate={required()}
        min={1}
        max={120}
        step={1}
        helperText={translate('progress.limits.months')}
      />
      <ExactInput
        source="leastPercent"
        label={translate('progress.limits.leastPercent')}
        unit="contracts.percent"
        validate={required()}
      />
      <NumberInput
        source="monthsBetweenMoney"
        label={translate('progress.limits.monthsBetweenMoney')}
        validate={required()}
        min={1}
        max={120}
        step={1}
        helperText={translate('progress.limits.months')}
      />
      <TextInput
        source="reason"
        label={translate('progress.limits.reason')}
        validate={required()}
        multiline
        minRows={2}
      />
    </DrawerForm>
  );
}

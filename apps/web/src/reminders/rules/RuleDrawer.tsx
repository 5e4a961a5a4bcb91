import type { ReminderRule } from '@crm/api-contract/reminders';
import { reminderRules } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { recipientRoles } from '@crm/domain/due';
import { required, useTranslate } from 'ra-core';
import { BooleanInput, NumberInput, SelectArrayInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import { Note } from '../../parts/marks/Note.js';
import { useMay } from '../../providers/abilities.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';
import { RulePreview } from './RulePreview.js';
import { daysIn, ruleName, whenOf } from './ruleWords.js';

/** Named again, since the page uses the types of the wire but does not load its validator. */
const channels = ['inbox', 'mail'] as const satisfies readonly ReminderRule['channels'][number][];

interface Typed extends Pick<ReminderRule, 'overdueEveryDays' | 'recipients' | 'channels' | 'enabled'> {
  days: string;
}
type Changes = BodyAsked<typeof reminderRules.change>;

/** What is sent; a field that cannot be read keeps the stored value until it can. */
const changesOf = ({ days, ...rest }: Typed, rule: ReminderRule): Changes => ({
  daysBefore: daysIn(days ?? '') ?? rule.daysBefore,
  overdueEveryDays: rest.overdueEveryDays ?? null,
  recipients: rest.recipients?.length ? rest.recipients : rule.recipients,
  channels: rest.channels?.length ? rest.channels : rule.channels,
  enabled: rest.enabled,
});

/** A rule with its preview: whoever may change it edits it, others read it. */
export function RuleDrawer({ rule, onClose }: { rule: ReminderRule; onClose: () => void }) {
  const translate = useTranslate();
  const may = useMay();
  const { submit, error } = useVerbForm(reminderRules.change, {
    said: translate('reminderRules.saved'),
    onDone: onClose,
  });
  const title = ruleName(rule.code, translate);
  const caption = translate('reminderRules.version', { version: rule.version });
  if (!may(reminderRules.change))
    return (
      <SideDrawer title={title} caption={caption} onClose={onClose}>
        <div className="stack">
          <p>{whenOf(rule, translate)}</p>
          <RulePreview rule={rule} changes={{}} />
        </div>
      </SideDrawer>
    );
  return (
    <DrawerForm<Typed>
      error={error}
      title={title}
      caption={caption}
      save={translate('reminderRules.save', { version: rule.version + 1 })}
      onClose={onClose}
      defaultValues={{
        days: rule.daysBefore.join('、'),
        overdueEveryDays: rule.overdueEveryDays,
        recipients: rule.recipients,
        channels: rule.channels,
        enabled: rule.enabled,
      }}
      onSubmit={(typed) => submit({ params: { id: rule.id }, version: rule.version, body: changesOf(typed, rule) })}
    >
      <TextInput
        source="days"
        label={translate('reminderRules.days')}
        helperText={translate('reminderRules.daysHint')}
        validate={[required(), (typed: string) => (daysIn(typed) ? undefined : 'reminderRules.daysWrong')]}
        autoComplete="off"
      />
      <NumberInput
        source="overdueEveryDays"
        label={translate('reminderRules.overdue')}
        helperText={translate('reminderRules.overdueHint')}
        min={1}
        max={365}
      />
      <SelectArrayInput
        source="recipients"
        label={translate('reminderRules.whom')}
        choices={recipientRoles.map((id) => ({ id, name: `reminderRules.role.${id}` }))}
        validate={required()}
      />
      <SelectArrayInput
        source="channels"
        label={translate('reminderRules.channel')}
        choices={channels.map((id) => ({ id, name: `reminderRules.channels.${id}` }))}
        validate={required()}
      />
      <BooleanInput source="enabled" label={translate('reminderRules.enabled')} helperText={false} />
      <Note>{translate('reminderRules.note')}</Note>
      <TypedPreview rule={rule} />
    </DrawerForm>
  );
}

/** By what is typed, before it is saved. */
function TypedPreview({ rule }: { rule: ReminderRule }) {
  const [days, overdueEveryDays, recipients, chosen, enabled] = useWatch({
    name: ['days', 'overdueEveryDays', 'recipients', 'channels', 'enabled'],
  }) as [string, number | null, Typed['recipients'], Typed['channels'], boolean];
  const typed = { days, overdueEveryDays, recipients, channels: chosen, enabled };
  return <RulePreview rule={rule} changes={changesOf(typed, rule)} />;
}

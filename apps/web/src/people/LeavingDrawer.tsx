import type { User } from '@crm/api-contract/access';
import type { BodyAsked, AnswerOf } from '@crm/api-contract/wire';
import { leaving, users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { SelectInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { personName } from '../reference/people.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

type Kind = AnswerOf<typeof leaving.holdings>['data'][number]['kind'];
type Body = BodyAsked<typeof leaving.disable>;

interface Typed {
  lastDay: string | null;
  to: Partial<Record<Kind, string>>;
}

const active = { query: { perPage: 200, sort: 'name', order: 'asc', filter: { disabled: false } } } as const;

/** 停用并交接: what the person holds, to whom each kind goes, and the last day. One step for all. */
export function LeavingDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const translate = useTranslate();
  const may = useMay();
  const held = useAsk(leaving.holdings, { params: { id: user.id } }, { staleTime: 0 }).data?.data ?? [];
  const others = (useAsk(users.list, active).data?.data ?? []).filter(({ id, lastDay }) => id !== user.id && !lastDay);
  const { submit, error } = useVerbForm(leaving.disable, { said: translate('people.disabled'), onDone: onClose });
  const some = held.filter(({ count }) => count > 0);
  const choices = others.map((one) => ({
    id: one.id,
    name: `${personName(one)} · ${translate(`access.role.${one.role}`)}`,
  }));
  const bodyOf = ({ lastDay, to }: Typed): Body => ({
    ...(lastDay ? { lastDay } : {}),
    handOver: some.flatMap(({ kind }) => (to?.[kind] ? [{ kind, toUserId: to[kind] }] : [])),
  });
  if (!may(leaving.disable)) return null;
  return (
    <DrawerForm<Typed>
      error={error}
      title={translate('people.leaving.title')}
      caption={user.name}
      save={translate('people.leaving.save')}
      onClose={onClose}
      defaultValues={{ lastDay: null, to: {} }}
      onSubmit={(typed) => submit({ params: { id: user.id }, body: bodyOf(typed) })}
    >
      <DayInput source="lastDay" label="people.leaves" helperText="people.leaving.lastDayHelp" />
      {some.length === 0 && <p className="quiet">{translate('people.leaving.nothing')}</p>}
      {some.map(({ kind, count, handedOn }) =>
        handedOn ? (
          <SelectInput
            key={kind}
            source={`to.${kind}`}
            label={translate('people.leaving.to', { what: translate(`people.holding.${kind}`), count })}
            choices={choices}
            translateChoice={false}
            emptyText={translate('people.leaving.stays')}
          />
        ) : (
          <p key={kind} className="caption">
            {translate('people.leaving.follows', { what: translate(`people.holding.${kind}`), count })}
          </p>
        ),
      )}
      <Note>{translate('people.leaving.note')}</Note>
    </DrawerForm>
  );
}

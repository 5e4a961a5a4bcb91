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
type HandOver = BodyAsked<typeof leaving.handOver>['handOver'];

interface Typed {
  lastDay: string | null;
  to: Partial<Record<Kind, string>>;
}

const active = { query: { perPage: 200, sort: 'name', order: 'asc', filter: { disabled: false } } } as const;

/**
 * 停用并交接: what the person holds, to whom each kind goes, and the last day. One step for all. Of somebody disabled
 * already it hands on what is left.
 */
export function LeavingDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const translate = useTranslate();
  const may = useMay();
  const held = useAsk(leaving.holdings, { params: { id: user.id } }, { staleTime: 0 }).data?.data;
  const others = (useAsk(users.list, active).data?.data ?? []).filter(({ id, lastDay }) => id !== user.id && !lastDay);
  const disable = useVerbForm(leaving.disable, { said: translate('people.leaving.done'), onDone: onClose });
  const rest = useVerbForm(leaving.handOver, { said: translate('people.leaving.handedOver'), onDone: onClose });
  const some = (held ?? []).filter(({ count }) => count > 0);
  const choicesOf = (roles: readonly User['role'][]) =>
    others
      .filter(({ role }) => roles.includes(role))
      .map((one) => ({ id: one.id, name: `${personName(one)} · ${translate(`access.role.${one.role}`)}` }));
  const submit = async ({ lastDay, to }: Typed) => {
    const handOver: HandOver = some.flatMap(({ kind }) => (to?.[kind] ? [{ kind, toUserId: to[kind] }] : []));
    const params = { id: user.id };
    if (user.disabled && handOver.length === 0) return onClose();
    const faults = user.disabled
      ? await rest.submit({ params, body: { handOver } })
      : await disable.submit({ params, body: { ...(lastDay ? { lastDay } : {}), handOver } });
    return faults && atTheKinds(faults, handOver);
  };
  const title = translate(user.disabled ? 'people.leaving.handOver' : 'people.leaving.title');
  if (!may(leaving.disable)) return null;
  return (
    <DrawerForm<Typed>
      error={user.disabled ? rest.error : disable.error}
      title={title}
      caption={user.name}
      save={title}
      onClose={onClose}
      defaultValues={{ lastDay: null, to: {} }}
      onSubmit={submit}
    >
      {!user.disabled && (
        <DayInput source="lastDay" label="people.leaves" helperText={translate('people.leaving.lastDayHelp')} />
      )}
      {held && some.length === 0 && <p className="quiet">{translate('people.leaving.nothing')}</p>}
      {some.map(({ kind, count, toRoles }) =>
        toRoles.length > 0 ? (
          <SelectInput
            key={kind}
            source={`to.${kind}`}
            label={translate('people.leaving.to', { what: translate(`people.holding.${kind}`), count })}
            choices={choicesOf(toRoles)}
            translateChoice={false}
            emptyText={translate('people.leaving.stays')}
            slotProps={{ select: { displayEmpty: true } }}
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

/** The server refuses an entry by its place in the list; the form has a field for each kind. */
function atTheKinds({ handOver: faults, ...others }: Record<string, unknown>, sent: HandOver) {
  const at = (faults ?? {}) as Readonly<Record<number, { readonly toUserId?: unknown }>>;
  const to = sent.flatMap(({ kind }, index) => (at[index]?.toUserId ? [[kind, at[index].toUserId] as const] : []));
  return { ...others, to: Object.fromEntries(to) };
}

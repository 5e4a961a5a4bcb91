import { SHORTEST_PASSWORD, hasOwnWords, isCommonPassword } from '@crm/domain/access';
import { required, useTranslate } from 'ra-core';
import { PasswordInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Icon } from '../parts/marks/Icon.js';
import './people.css';

/** What is typed. */
export interface TypedPassword {
  current: string;
  new: string;
  again: string;
}

/** The current password, the new one twice, and what is asked of it, told while typing. */
export function PasswordFields({ currentLabel, names }: { currentLabel: string; names: readonly string[] }) {
  const next: unknown = useWatch({ name: 'new' });
  return (
    <>
      <PasswordInput
        source="current"
        label={currentLabel}
        validate={required()}
        autoFocus
        slotProps={{ htmlInput: { autoComplete: 'current-password' } }}
      />
      <NewPassword source="new" names={names} />
      <RepeatedPassword of={String(next ?? '')} />
    </>
  );
}

/** Typed once more, so that a slip is seen. */
export function RepeatedPassword({ of }: { of: string }) {
  const translate = useTranslate();
  const same = (again: string) => (again === of ? undefined : translate('people.password.differs'));
  return (
    <PasswordInput
      source="again"
      label="people.password.again"
      validate={[required(), same]}
      slotProps={{ htmlInput: { autoComplete: 'new-password' } }}
    />
  );
}

/** The rules are those of the server, which also knows how the names are spoken. */
export function NewPassword({ source, names }: { source: string; names: readonly string[] }) {
  return (
    <>
      <PasswordInput
        source={source}
        label="people.password.new"
        validate={required()}
        slotProps={{ htmlInput: { autoComplete: 'new-password' } }}
      />
      <Rules source={source} names={names} />
    </>
  );
}

function Rules({ source, names }: { source: string; names: readonly string[] }) {
  const translate = useTranslate();
  const typed = String(useWatch({ name: source }) ?? '');
  const count = [...typed].length;
  if (count === 0) return <p className="caption">{translate('people.password.how')}</p>;
  const rules = [
    {
      kept: count >= SHORTEST_PASSWORD,
      said: translate('people.password.length', { count, smart_count: count, min: SHORTEST_PASSWORD }),
    },
    { kept: !isCommonPassword(typed), said: translate('people.password.common') },
    { kept: !hasOwnWords(typed, names), said: translate('people.password.own') },
  ];
  return (
    <div className="passwordhints" aria-live="polite">
      {rules.map(({ kept, said }, index) => (
        <span key={index} className={kept ? 'hint met' : 'hint breach'}>
          <Icon name={kept ? 'check' : 'close'} size={12} />
          {said}
        </span>
      ))}
    </div>
  );
}

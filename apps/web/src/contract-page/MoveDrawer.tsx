import type { BodyAsked } from '@crm/api-contract/wire';
import { contracts } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { DrawerProps } from '../contracts/index.js';

const MOVES = ['withdraw', 'perform', 'complete', 'terminate', 'void'] as const;
export type Move = (typeof MOVES)[number];
/** What each step needs: the day it ended, and the reason. */
const asks: Readonly<Record<Move, { day: boolean; reason: 'none' | 'may' | 'must' }>> = {
  withdraw: { day: false, reason: 'none' },
  perform: { day: false, reason: 'none' },
  complete: { day: true, reason: 'may' },
  terminate: { day: true, reason: 'must' },
  void: { day: false, reason: 'must' },
};

/** Empty fields are not sent. */
const typed = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, given]) => given !== '')) as BodyAsked<
    typeof contracts.terminate
  >;

/** A step in the life of a contract, with its effect explained first. */
export function MoveDrawer({ contract, value, today, onClose }: DrawerProps) {
  const translate = useTranslate();
  const move = MOVES.find((one) => one === value) ?? 'perform';
  const { submit, error } = useVerbForm(contracts[move], {
    said: translate(`contracts.move.${move}.done`),
    onDone: onClose,
  });
  const { day, reason } = asks[move];
  const bare = !day && reason === 'none';
  return (
    <DrawerForm
      error={error}
      title={translate(`contracts.action.${move}`)}
      caption={contract.number}
      onClose={onClose}
      save={translate(`contracts.action.${move}`)}
      defaultValues={{ ...(day ? { endedOn: today } : {}), ...(reason === 'none' ? {} : { reason: '' }) }}
      onSubmit={(values: Record<string, unknown>) =>
        submit({
          params: { id: contract.id },
          version: contract.version,
          ...(bare ? {} : { body: typed(values) }),
        })
      }
    >
      <Note kind={move === 'terminate' || move === 'void' ? 'warning' : undefined}>
        {translate(`contracts.move.${move}.follows`)}
      </Note>
      {day && <DayInput source="endedOn" label={translate('contracts.move.endedOn')} validate={required()} />}
      {reason !== 'none' && (
        <TextInput
          source="reason"
          label={translate('contracts.move.reason')}
          multiline={reason === 'may'}
          {...(reason === 'must' ? { validate: required() } : {})}
        />
      )}
    </DrawerForm>
  );
}

import type { AnswerOf, BodyAsked } from '@crm/api-contract/wire';
import { supportClauses } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { isLive } from '@crm/domain/contracts';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { daysBetween } from '../parts/text/days.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Hint } from '../parts/marks/Hint.js';
import { Note } from '../parts/marks/Note.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { DrawerProps, PanelProps } from '../contracts/index.js';

type SupportClause = AnswerOf<typeof supportClauses.list>['data'][number];

const NEW = 'new';
/** The day of the first reminder (rule `support.expiring`). */
const TOLD_DAYS = 90;

const useSupportClauses = (contractId: string) =>
  useAsk(supportClauses.list, { params: { id: contractId } }, { select: ({ data }) => data });

/** 扶持条款 with their last day, the first to end first. */
export function SupportClauses({ contract, today, go }: PanelProps) {
  const translate = useTranslate();
  const answer = useSupportClauses(contract.id);
  const may = useMay();
  const live = isLive(contract.status);
  return (
    <TableCard<SupportClause>
      name="support-clauses"
      title={translate('contracts.support.clauses')}
      answer={answer}
      columns={[
        { source: 'text', label: 'contracts.support.clause', className: 'prose', cell: ({ text }) => text },
        {
          source: 'endsOn',
          label: 'contracts.support.endsOn',
          className: 'nowrap',
          cell: ({ endsOn }) => <LastDay endsOn={endsOn} today={today} />,
        },
        live &&
          may(supportClauses.end, contract) && {
            source: 'end',
            label: 'contracts.support.end',
            heard: true,
            cell: ({ id, text }) => (
              <Button
                aria-label={translate('contracts.support.endSaid', { name: text })}
                onClick={() => go({ promised: id })}
              >
                {translate('contracts.support.end')}
              </Button>
            ),
          },
      ]}
      none={{
        icon: 'scales',
        title: translate('contracts.support.noClause'),
        why: translate('contracts.support.noClauseWhy'),
      }}
      add={
        live &&
        may(supportClauses.create, contract) && {
          label: translate('contracts.support.addClause'),
          onClick: () => go({ promised: NEW }),
        }
      }
    />
  );
}

/** The day, and how near it is from the first reminder on. */
function LastDay({ endsOn, today }: { endsOn: string; today: string }) {
  const translate = useTranslate();
  const left = daysBetween(today, endsOn);
  return (
    <>
      {endsOn}
      {left <= TOLD_DAYS && (
        <div>
          <Hint verdict={left < 0 ? 'breach' : 'warning'}>
            {translate(left < 0 ? 'contracts.support.ran' : 'contracts.support.left', { smart_count: Math.abs(left) })}
          </Hint>
        </div>
      )}
    </>
  );
}

/** Adds a support clause, or ends one with a reason. */
export function SupportClauseDrawer({ contract, value, onClose }: DrawerProps) {
  const translate = useTranslate();
  const clause = useSupportClauses(contract.id).data?.find(({ id }) => id === value);
  const { submit, error } = useVerbForm(clause ? supportClauses.end : supportClauses.create, {
    said: translate(clause ? 'contracts.support.clauseEnded' : 'contracts.support.clauseSaved'),
    onDone: onClose,
  });
  if (value !== NEW && !clause) return null;
  return (
    <DrawerForm
      error={error}
      title={translate(clause ? 'contracts.support.end' : 'contracts.support.addClause')}
      caption={clause?.text ?? contract.number}
      onClose={onClose}
      {...(clause ? { save: translate('contracts.support.end') } : {})}
      defaultValues={clause ? { reason: '' } : { text: '', endsOn: null }}
      onSubmit={(values: object) =>
        submit(
          clause
            ? {
                params: { id: contract.id, clauseId: clause.id },
                body: values as BodyAsked<typeof supportClauses.end>,
              }
            : { params: { id: contract.id }, body: values as BodyAsked<typeof supportClauses.create> },
        )
      }
    >
      {clause ? (
        <TextInput
          source="reason"
          label={translate('contracts.support.reason')}
          validate={required()}
          multiline
          minRows={2}
          autoFocus
        />
      ) : (
        <>
          <TextInput source="text" label={translate('contracts.support.clause')} validate={required()} autoFocus />
          <DayInput source="endsOn" label={translate('contracts.support.endsOn')} validate={required()} />
          <Note>{translate('contracts.support.clauseNote')}</Note>
        </>
      )}
    </DrawerForm>
  );
}

import { consequenceClauses } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { ConsequenceClause } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { Navigate } from 'react-router';
import type { DrawerProps } from '../../contracts/index.js';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { Note } from '../../parts/marks/Note.js';
import { useClausesOf } from '../useDecisions.js';
import { useMay } from '../../providers/abilities.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';
import { ClauseFields } from './ClauseFields.js';
import { clauseBody, clauseForm, newClause, type ClauseForm } from '../../reference/clauseForm.js';
import { changesBySupplement } from './clauseWays.js';

/** A clause of a draft; for a contract signed here, the supplement that changes it. */
export function Clause({ contract, value, onClose }: DrawerProps) {
  const clause = useClausesOf(contract.id).data?.find(({ id }) => id === value);
  if (changesBySupplement(contract))
    return (
      <Navigate
        replace
        to={`/contracts/${contract.id}/show?tab=consequences&supplement=${value === 'new' ? 'clause' : value}`}
      />
    );
  if (value !== 'new' && !clause) return null;
  return <ClauseDrawer contract={contract} clause={clause ?? null} onClose={onClose} />;
}

/** Adds a clause or its next wording; for a contract recorded as signed, a clause it contains, with a reason. */
function ClauseDrawer({
  contract,
  clause,
  onClose,
}: {
  contract: Contract;
  clause: ConsequenceClause | null;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const may = useMay();
  const saved = { said: translate('decisions.clauseSaved'), onDone: onClose };
  const drop = useVerbForm(consequenceClauses.drop, saved);
  const { submit, error } = useVerbForm(clause ? consequenceClauses.update : consequenceClauses.create, saved);
  const recorded = contract.status !== 'draft';
  const indicators = contract.commitments.map(({ indicator }) => indicator);
  return (
    <DrawerForm
      title={translate(clause ? 'decisions.changeClause' : 'decisions.addClause')}
      caption={contract.number}
      onClose={onClose}
      more={
        clause &&
        may(consequenceClauses.drop, contract) && (
          <Button
            color="error"
            onClick={() => void drop.submit({ params: { id: clause.id }, version: clause.version })}
          >
            {translate('decisions.dropClause')}
          </Button>
        )
      }
      defaultValues={{ ...(clause ? clauseForm(clause) : newClause(indicators)), reason: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { reason, ...form } = values as unknown as ClauseForm & { reason: string };
        const body = clauseBody(form);
        return clause
          ? submit({ params: { id: clause.id }, version: clause.version, body })
          : submit({
              body: { contractId: contract.id, kind: form.kind, ...body, ...(reason ? { reason } : {}) },
            });
      }}
    >
      {(error ?? drop.error) !== null && <ErrorSentence error={error ?? drop.error} />}
      {recorded && <Note>{translate('decisions.recordNote')}</Note>}
      <ClauseFields indicators={indicators} kept={clause !== null} />
      {recorded && (
        <TextInput
          source="reason"
          label={translate('decisions.recordReason')}
          validate={required()}
          multiline
          minRows={2}
        />
      )}
    </DrawerForm>
  );
}

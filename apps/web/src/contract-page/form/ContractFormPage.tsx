import { contracts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import { useNotify, useTranslate } from 'ra-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { PageForm } from '../../parts/forms/PageForm.js';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { dayOf } from '../../parts/text/days.js';
import { useDraft } from '../../parts/unsaved/useDraft.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonPage } from '../../parts/layout/Waiting.js';
import { uuid } from '../../providers/http.js';
import { ApiError } from '../../providers/problem.js';
import { useContract } from '../../contracts/index.js';
import { ask } from '../../providers/ask.js';
import { createBody, draftOf, emptyDraft, newPromises, updateBody, type Draft } from './draft.js';
import { DraftFields } from './DraftFields.js';
import './form.css';

/**
 * 起草合同 and editing a draft: amounts and areas in any unit, promises per mu or as totals against the standard in force.
 */
export default function ContractFormPage() {
  const { id } = useParams();
  return id === undefined ? <DraftForm contract={null} /> : <EditDraft id={id} />;
}

function EditDraft({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useContract(id);
  if (error && !data) {
    return (
      <Card>
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      </Card>
    );
  }
  if (!data) return <SkeletonPage />;
  if (wasSigned(data.status) || isLive(data.status)) {
    return (
      <Card>
        <EmptyState
          icon="lock"
          title={translate('contracts.form.signed')}
          why={translate('contracts.form.signedWhy')}
          action={
            <Button component={Link} to={`/contracts/${id}`}>
              {data.number}
            </Button>
          }
        />
      </Card>
    );
  }
  return <DraftForm key={data.id} contract={data} />;
}

/** Field faults have wire names; the form has its own names for amounts and areas. */
function atTheFields(errors: Record<string, unknown>): Record<string, unknown> {
  const { amount, parcels, ...rest } = errors as Record<string, Record<string, unknown> | undefined>;
  const area = Object.fromEntries(
    Object.entries(parcels ?? {}).map(([index, parcel]) => [
      index,
      {
        ...(parcel as object),
        areaMu: (parcel as { area?: { value?: unknown } }).area?.value ?? (parcel as { area?: unknown }).area,
      },
    ]),
  );
  return { ...rest, ...(amount ? { amountWan: amount.value ?? amount } : {}), ...(parcels ? { parcels: area } : {}) };
}

function DraftForm({ contract }: { contract: Contract | null }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [today] = useState(() => dayOf(new Date()));
  const [error, setError] = useState<unknown>(null);
  const kept = useDraft(`contract ${contract?.id ?? ''}`, contract?.version);
  // Pressed twice, it is created once.
  const [key] = useState(uuid);
  const title = contract ? translate('contracts.form.edit') : translate('contracts.create');

  const save = async (draft: Draft) => {
    setError(null);
    try {
      const saved = contract
        ? await ask(contracts.update, {
            params: { id: contract.id },
            body: { ...updateBody(draft), newCommitments: newPromises(draft, contract) },
            version: contract.version,
          })
        : await ask(contracts.create, { body: createBody(draft), idempotencyKey: key });
      kept.saved();
      await queries.invalidateQueries();
      notify(translate(contract ? 'contracts.form.saved' : 'contracts.form.created'), { type: 'success' });
      void navigate(`/contracts/${saved.id}`);
      return undefined;
    } catch (thrown) {
      setError(thrown);
      window.scrollTo({ top: 0 });
      return thrown instanceof ApiError && thrown.body.errors ? atTheFields(thrown.body.errors) : undefined;
    }
  };
  return (
    <>
      <PageHead
        crumbs={[
          { label: translate('contracts.title'), to: '/contracts' },
          ...(contract ? [{ label: contract.number, to: `/contracts/${contract.id}` }] : []),
          { label: title },
        ]}
        title={title}
        caption={translate('contracts.form.caption')}
      />
      <PageForm
        defaultValues={contract ? draftOf(contract) : emptyDraft()}
        onSubmit={save}
        draft={kept}
        error={error}
        save={translate(contract ? 'contracts.form.save' : 'contracts.form.draft')}
        back={contract ? `/contracts/${contract.id}` : '/contracts'}
        className="contractform"
      >
        <DraftFields contract={contract} today={today} />
      </PageForm>
    </>
  );
}

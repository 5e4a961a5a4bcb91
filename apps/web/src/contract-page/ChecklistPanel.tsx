import { contractChecklists } from '@crm/api-contract/routes';
import Checkbox from '@mui/material/Checkbox';
import TextField from '@mui/material/TextField';
import type { ContractChecklist } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Tag } from '../parts/marks/Tag.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { useUnsaved } from '../parts/unsaved/useEditor.js';
import { useVerb } from '../verbs/useVerb.js';
import { type PanelProps, useChecklist, useClauseName } from '../contracts/index.js';

/** 条款清单: what was checked before it is submitted or signed; by whom, when, and with which evidence. */
export default function ChecklistPanel({ contract }: PanelProps) {
  const translate = useTranslate();
  const { data, error, refetch } = useChecklist(contract.id);
  const mayCheck = useMay()(contractChecklists.check, contract) && contract.status === 'draft';
  const required = data?.data.filter((clause) => clause.required) ?? [];
  return (
    <Card
      title={translate('contracts.tabs.checklist')}
      caption={
        data &&
        translate('contracts.checklist.progress', { done: required.length - data.missing, all: required.length })
      }
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={8} />
      ) : (
        <ul className="clauses" aria-label={translate('contracts.tabs.checklist')}>
          {data.data.map((clause) => (
            <Clause key={clause.itemId} contractId={contract.id} clause={clause} mayCheck={mayCheck} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Clause({
  contractId,
  clause,
  mayCheck,
}: {
  contractId: string;
  clause: ContractChecklist['data'][number];
  mayCheck: boolean;
}) {
  const translate = useTranslate();
  const name = useClauseName()(clause);
  const box = useId();
  const [note, setNote] = useState('');
  const onDone = () => setNote('');
  const check = useVerb(contractChecklists.check, { said: translate('contracts.checklist.checked', { name }), onDone });
  const uncheck = useVerb(contractChecklists.uncheck, {
    said: translate('contracts.checklist.unchecked', { name }),
    onDone,
  });
  useUnsaved({ typed: note.trim() !== '', saving: check.isPending, words: ['tab'] });
  const params = { id: contractId, itemId: clause.itemId };
  const toggle = () =>
    clause.checked
      ? uncheck.mutate({ params })
      : check.mutate({ params, body: note.trim() ? { note: note.trim() } : {} });
  return (
    <li>
      <Checkbox
        checked={clause.checked}
        disabled={!mayCheck || check.isPending || uncheck.isPending}
        onChange={toggle}
        slotProps={{ input: { id: box } }}
      />
      <span className="what">
        <label htmlFor={box}>{name}</label> {!clause.required && <Tag>{translate('contracts.checklist.optional')}</Tag>}
        {clause.checked && (
          <span className="caption">
            {clause.checkedBy} · <InstantText at={clause.checkedAt} />
          </span>
        )}
      </span>
      {clause.checked ? (
        <span className="quiet remark">{clause.note}</span>
      ) : (
        mayCheck && (
          <TextField
            className="remark"
            size="small"
            margin="none"
            value={note}
            onChange={(event) => setNote(event.target.value)}
            placeholder={translate('contracts.checklist.note')}
            slotProps={{
              htmlInput: { 'aria-label': translate('contracts.checklist.noteOf', { name }), maxLength: 500 },
            }}
          />
        )
      )}
    </li>
  );
}

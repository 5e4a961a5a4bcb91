import { approvalPolicies } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ApprovalPolicy } from '@crm/api-contract/approvals';
import { MAX_LEVELS, type ApprovalKind, type ApprovalLevel } from '@crm/domain/approvals';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../../parts/layout/Card.js';
import { ConflictDialog } from '../../verbs/ConflictDialog.js';
import { EditRows } from '../../parts/fields/EditRows.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { FaultHints } from '../../parts/fields/FaultHints.js';
import { TextLine } from '../../parts/fields/FieldLine.js';
import { Icon } from '../../parts/marks/Icon.js';
import { NONE } from '../../parts/text/numbers.js';
import { Hint } from '../../parts/marks/Hint.js';
import { GridForm } from '../../parts/forms/GridForm.js';
import { useEditor } from '../../parts/unsaved/useEditor.js';
import { Note } from '../../parts/marks/Note.js';
import { useMay } from '../../providers/abilities.js';
import { ConflictError } from '../../providers/problem.js';
import { useVerb } from '../../verbs/useVerb.js';
import { PolicyPreview, type Signer } from './PolicyPreview.js';
import { levelKey, levelOfKey, policiesIn, refusedBecause, rowSaid, rowsOf, typingIn, type Row } from './policyRows.js';

interface Props {
  kind: ApprovalKind;
  policies: readonly ApprovalPolicy[];
  version: number;
  signers: readonly Signer[];
}

/** The rows of one kind, edited as a whole. The typed rows are checked at once by the same rule as on the server. */
export function PolicyEditor({ kind, policies, version, signers }: Props) {
  const translate = useTranslate();
  const [opened, setOpened] = useState({ policies, version });
  const typing = typingIn(translate);
  const [rows, setRows] = useState<Row[]>(() => rowsOf(policies, kind, typing));
  const [reason, setReason] = useState('');
  const verb = useVerb(approvalPolicies.replace, {
    said: translate('approvals.policies.saved'),
    quiet: true,
    onDone: ({ data, versions }) =>
      open(
        data.filter((one) => one.kind === kind),
        versions[kind],
      ),
  });
  const open = (now: readonly ApprovalPolicy[], at: number) => {
    setOpened({ policies: now, version: at });
    setRows(rowsOf(now, kind, typing));
    setReason('');
  };
  const typed = reason !== '' || JSON.stringify(rows) !== JSON.stringify(rowsOf(opened.policies, kind, typing));
  const editor = useEditor({ typed, saving: verb.isPending, words: ['kind'] });
  // A colleague's change is shown if nothing was typed here. If something was typed, saving asks about it.
  if (version > opened.version && !typed) open(policies, version);
  const mayReplace = useMay()(approvalPolicies.replace);
  const read = policiesIn(kind, rows, typing);
  const refused = read && refusedBecause(kind, read, signers.length);
  const save = (at: number) => {
    if (read)
      verb.mutate({
        version: at,
        body: {
          kind,
          reason,
          rows: read.map(({ fromWan, belowStandardOnly, levels }) => ({
            fromWan: String(fromWan),
            belowStandardOnly,
            levels: levels.map((level) => ('role' in level ? level : { userIds: [...level.userIds] })),
          })),
        },
      });
  };
  const theirs =
    verb.error instanceof ConflictError
      ? (verb.error.current as unknown as { version: number; rows: ApprovalPolicy[] })
      : null;
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, own) => (own === at ? { ...row, ...part } : row)));
  return (
    <Card
      title={translate(`approvals.kind.${kind}`)}
      caption={translate('approvals.policies.rule')}
      label={translate(`approvals.kind.${kind}`)}
    >
      <GridForm className="stack policies" editor={editor} onSave={() => save(opened.version)}>
        <EditRows
          rows={rows}
          onChange={setRows}
          remove={(_row, at) => translate('approvals.policies.removeRow', { row: at + 1 })}
          columns={[
            {
              head: translate('approvals.policies.from'),
              cell: (row, at) => (
                <input
                  className="field figure"
                  value={row.from}
                  aria-label={translate('approvals.policies.rowFrom', { row: at + 1 })}
                  aria-invalid={!typing.read(row.from).ok}
                  onChange={(event) => change(at, { from: event.target.value })}
                />
              ),
            },
            {
              head: translate('approvals.policies.of'),
              cell: (row, at) => (
                <select
                  className="field"
                  aria-label={translate('approvals.policies.rowOf', { row: at + 1 })}
                  value={row.belowStandardOnly ? 'below' : 'all'}
                  onChange={(event) => change(at, { belowStandardOnly: event.target.value === 'below' })}
                >
                  <option value="all">{translate('approvals.policies.all')}</option>
                  <option value="below">{translate('approvals.policies.below')}</option>
                </select>
              ),
            },
            {
              head: translate('approvals.policies.levels'),
              cell: (row, at) => (
                <Levels
                  row={at + 1}
                  levels={row.levels}
                  signers={signers}
                  onChange={(levels) => change(at, { levels })}
                />
              ),
            },
          ]}
        />
        <Button
          startIcon={<Icon name="plus" />}
          onClick={() =>
            setRows([
              ...rows,
              { from: rows.length === 0 ? '0' : '', belowStandardOnly: false, levels: [{ role: 'manager' }] },
            ])
          }
        >
          {translate('approvals.policies.addRow')}
        </Button>
        <div aria-live="polite" className="stack">
          {!read && <Hint verdict="breach">{translate('parts.amount.howMoney')}</Hint>}
          {refused && <FaultHints faults={[refused]} />}
        </div>
        {read && !refused && <PolicyPreview kind={kind} policies={read} signers={signers} />}
        <TextLine label={translate('approvals.reason')} value={reason} onChange={setReason} />
        <Note>{translate('approvals.policies.note')}</Note>
        {verb.error !== null && !theirs && <ErrorSentence error={verb.error} />}
        <div>
          {mayReplace && (
            <Button type="submit" variant="contained" disabled={verb.isPending || !read || refused !== null}>
              {translate('ra.action.save')}
            </Button>
          )}
        </div>
      </GridForm>
      {theirs && (
        <ConflictDialog
          open
          differences={[{ field: 'rows', yours: rows, theirs: rowsOf(theirs.rows, kind, typing) }]}
          nameOf={() => translate(`approvals.kind.${kind}`)}
          changedBy={theirs.rows[0]?.changedBy ?? NONE}
          onBack={() => verb.reset()}
          show={(_field, value) =>
            (value as Row[]).map((row, at) => <div key={at}>{rowSaid(row, signers, translate)}</div>)
          }
          onSave={({ rows: side }) => {
            verb.reset();
            if (side === 'yours') save(theirs.version);
            else open(theirs.rows, theirs.version);
          }}
        />
      )}
    </Card>
  );
}

function Levels({
  row,
  levels,
  signers,
  onChange,
}: {
  row: number;
  levels: readonly ApprovalLevel[];
  signers: readonly Signer[];
  onChange: (levels: readonly ApprovalLevel[]) => void;
}) {
  const translate = useTranslate();
  const nameOf = (id: string) => signers.find((one) => one.id === id)?.name ?? id;
  return (
    <span className="row wrap levels">
      {levels.length === 0 && <span className="quiet">{translate('approvals.policies.nobody')}</span>}
      {levels.map((level, at) => (
        <span key={at} className="row">
          <select
            className="field"
            aria-label={translate('approvals.policies.rowLevel', { row, level: at + 1 })}
            value={levelKey(level)}
            onChange={(event) =>
              onChange(levels.map((one, own) => (own === at ? levelOfKey(event.target.value) : one)))
            }
          >
            {(['manager', 'admin'] as const).map((role) => (
              <option key={role} value={role}>
                {translate(`approvals.role.${role}`)}
              </option>
            ))}
            {'userIds' in level && level.userIds.length > 1 && (
              <option value={levelKey(level)}>{level.userIds.map(nameOf).join(translate('approvals.or'))}</option>
            )}
            {signers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <IconButton
            aria-label={translate('approvals.policies.removeLevel', { row, level: at + 1 })}
            onClick={() => onChange(levels.filter((_, own) => own !== at))}
          >
            <Icon name="close" />
          </IconButton>
        </span>
      ))}
      {levels.length < MAX_LEVELS && (
        <Button
          startIcon={<Icon name="plus" />}
          aria-label={translate('approvals.policies.addLevelTo', { row })}
          onClick={() => onChange([...levels, { role: 'manager' }])}
        >
          {translate('approvals.policies.addLevel')}
        </Button>
      )}
    </span>
  );
}

import type { approvals } from '@crm/api-contract/approvals';
import type { ResponseOf } from '@crm/api-contract/wire';
import { levelsAsked, type ApprovalKind, type ApprovalLevel, type ApprovalPolicy } from '@crm/domain/approvals';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { readMoneyIn } from '../../parts/text/amounts.js';
import { countsMillions } from '../../parts/text/money.js';
import { FieldLine } from '../../parts/fields/FieldLine.js';
import { Hint } from '../../parts/marks/Hint.js';

export type Signer = ResponseOf<typeof approvals.signers>['data'][number];

/** Who would approve such a case by the rows on the screen. */
export function PolicyPreview({
  kind,
  policies,
  signers,
}: {
  kind: ApprovalKind;
  policies: readonly ApprovalPolicy[];
  signers: readonly Signer[];
}) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(countsMillions(translate) ? 'CNY 120 m' : '1.2 亿');
  const [belowStandard, setBelow] = useState(kind === 'contract-signing');
  const amount = readMoneyIn(translate)(typed);
  const levels = amount.ok ? levelsAsked(policies, { kind, amountWan: amount.value, belowStandard }) : [];
  const open = (level: ApprovalLevel): string => {
    // An administrator can act for a manager, never the other way round.
    const people = signers
      .filter(({ id, role }) => ('role' in level ? role === level.role : level.userIds.includes(id)))
      .map(({ name }) => name);
    return `${'role' in level ? `${translate(`approvals.role.${level.role}`)} ` : ''}${people.join(translate('approvals.or'))}`.trim();
  };
  return (
    <fieldset className="preview">
      <legend>{translate('approvals.policies.preview')}</legend>
      <div className="row wrap">
        <FieldLine label={translate('approvals.amount')}>
          <input
            className="field"
            value={typed}
            aria-invalid={!amount.ok}
            onChange={(event) => setTyped(event.target.value)}
          />
        </FieldLine>
        <label className="row">
          <input type="checkbox" checked={belowStandard} onChange={(event) => setBelow(event.target.checked)} />{' '}
          {translate('approvals.below')}
        </label>
      </div>
      <div aria-live="polite">
        {!amount.ok ? (
          <Hint verdict="breach">{translate('parts.amount.howMoney')}</Hint>
        ) : levels.length === 0 ? (
          <p>{translate('approvals.policies.nobody')}</p>
        ) : (
          <ol>
            {levels.map((level, at) => (
              <li key={at}>{translate('approvals.policies.levelBy', { level: at + 1, who: open(level) })}</li>
            ))}
          </ol>
        )}
      </div>
    </fieldset>
  );
}

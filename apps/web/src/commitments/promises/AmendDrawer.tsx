import type { CommitmentInFull } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { useNavigate } from 'react-router';
import { useVerbForm } from '../../contracts/page/useVerbForm.js';
import { ExactInput } from '../../parts/AmountInput.js';
import { DrawerForm } from '../../parts/DrawerForm.js';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { showDecimal } from '../../parts/numbers.js';
import { Segmented } from '../../parts/Small.js';
import { promiseBody, type Master } from './bothSides.js';
import { PromiseFields } from './PromiseFields.js';
import './promises.css';

interface Terms {
  master: Master;
  perMuWan: string | null;
  totalWan: string | null;
  tolerancePercent: string | null;
  clause: string | null;
  reason: string;
}

/** 补充协议: what is promised from now on beside what was; both are kept, with the reason, and everything judged by it is judged again. */
export function AmendDrawer({ contract, all, commitment, onClose }: { contract: Contract; all: readonly CommitmentInFull[]; commitment: CommitmentInFull; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { submit, error } = useVerbForm({ said: translate('promises.amended'), onDone: onClose });
  return (
    <DrawerForm
      // Another indicator is another form.
      key={commitment.id}
      title={translate('contracts.action.amend')}
      caption={contract.number}
      onClose={onClose}
      save={translate('promises.amend')}
      defaultValues={{
        master: commitment.master, perMuWan: commitment.perMuWan, totalWan: commitment.totalWan,
        tolerancePercent: commitment.toleranceByClause ? commitment.tolerancePercent : null, clause: commitment.clause, reason: '',
      }}
      onSubmit={(values: Record<string, unknown>) => {
        const { tolerancePercent, clause, reason, ...sides } = values as unknown as Terms;
        const changed = sides.master !== commitment.master || (sides.master === 'total' ? sides.totalWan !== commitment.totalWan : sides.perMuWan !== commitment.perMuWan);
        const tolerance = tolerancePercent || null;
        return submit({
          path: `/commitments/${commitment.id}/amend`,
          version: commitment.version,
          body: {
            ...(changed ? promiseBody(sides) : {}),
            ...(tolerance === (commitment.toleranceByClause ? commitment.tolerancePercent : null) ? {} : { tolerancePercent: tolerance }),
            ...((clause || null) === commitment.clause ? {} : { clause: clause || null }),
            reason,
          },
        });
      }}
    >
      {error !== null && <ErrorSentence error={error} />}
      {all.length > 1 && (
        <div>
          <Segmented
            value={commitment.id}
            label={translate('promises.indicator')}
            onChange={(id) => void navigate({ search: `?amend=${id}` }, { replace: true })}
            choices={all.map((one) => ({ value: one.id, label: translate(`performance.short.${one.indicator}`) }))}
          />
        </div>
      )}
      <dl className="beforeafter">
        <dt>{translate('promises.before')}</dt>
        <dd>
          {showDecimal(commitment.perMuWan, 2)} {translate('parts.unit.perMu')}，{showDecimal(commitment.totalWan, 2)} {translate('parts.unit.wan')}
        </dd>
      </dl>
      <PromiseFields prefix="" indicator={commitment.indicator} areaMu={commitment.areaMu} standardPerMuWan={commitment.standardPerMuWan} autoFocus />
      <ExactInput source="tolerancePercent" label={translate('promises.tolerance')} unit="promises.percent" hint={translate('promises.toleranceHint')} />
      <TextInput source="clause" label={translate('promises.clause')} />
      <TextInput source="reason" label={translate('promises.reason')} validate={required()} multiline minRows={3} />
    </DrawerForm>
  );
}

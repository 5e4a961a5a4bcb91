import { receipts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Receipt } from '@crm/api-contract/progress';
import { isLive } from '@crm/domain/contracts';
import { Decimal, percentOf, sum } from '@crm/domain/quantities';
import { useGetIdentity, useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import type { PanelProps } from '../contracts/index.js';
import { Money } from '../parts/text/Amounts.js';
import { Icon } from '../parts/marks/Icon.js';
import { showWan } from '../parts/text/money.js';
import { NONE, showPercent } from '../parts/text/numbers.js';
import { Tag } from '../parts/marks/Tag.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { SumRow } from '../parts/layout/Waiting.js';
import { useAbility } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import { useReceipts } from './useProgress.js';
import './progress.css';

/** 到位资金 of one contract: what arrived, by which paper, verified by whom; what was corrected stays, crossed out. */
export default function ReceiptPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const answer = useReceipts(contract.id);
  const ability = useAbility();
  const { identity } = useGetIdentity();
  const [verifying, setVerifying] = useState<Receipt | null>(null);
  const { data } = answer;
  const mayEnter = ability.can('create', 'Receipt') && isLive(contract.status);
  const arrived = sum((data ?? []).filter(({ knownTo }) => knownTo === null).map(({ amountWan }) => amountWan));
  const percent =
    contract.amountWan === null ? null : (percentOf(arrived, new Decimal(contract.amountWan))?.toFixed() ?? null);
  const reasonOf = (id: string) => data?.find(({ correctsId }) => correctsId === id)?.correctionReason;
  const onEvidence = (id: string) => go({ evidence: `receipt:${id}` });
  const onCorrect = (id: string) => go({ receipt: id });
  return (
    <>
      <TableCard
        title={translate('contracts.tabs.receipts')}
        caption={
          data && data.length > 0 && contract.amountWan !== null
            ? translate('progress.receipts.caption', {
                arrived: showWan(translate, arrived.toFixed()),
                amount: showWan(translate, contract.amountWan),
                percent: showPercent(percent),
              })
            : undefined
        }
        answer={answer}
        className="receipts"
        columns={[
          translate('progress.receipts.arrivedOn'),
          translate('progress.receipts.kind'),
          [translate('progress.receipts.amount'), translate('parts.unit.wan')],
          translate('progress.receipts.note'),
          translate('actuals.enteredBy'),
          translate('actuals.verified'),
          { heard: translate('actuals.moves') },
        ]}
        none={{
          icon: 'actuals',
          title: translate('progress.receipts.none'),
          why: translate('progress.receipts.noneWhy'),
        }}
        add={mayEnter && { label: translate('progress.receipts.enter'), onClick: () => go({ receipt: 'new' }) }}
      >
        {(receipts) => (
          <>
            {receipts.map((row) => {
              const open = row.knownTo === null;
              return (
                <tr key={row.id} className={open ? undefined : 'gone'}>
                  <td className="nw">{row.arrivedOn}</td>
                  <td>{translate(`progress.receipts.kinds.${row.kind}`)}</td>
                  <td className="num b">
                    <Money wan={row.amountWan} unit="wan" bare />
                  </td>
                  <td className="t-2">
                    {open ? row.note : translate('progress.receipts.corrected', { reason: reasonOf(row.id) ?? NONE })}
                  </td>
                  <td>{row.enteredBy ?? NONE}</td>
                  <td>
                    {row.locked ? (
                      <span className="row">
                        <Icon name="lock" />
                        {row.verifiedBy}
                      </span>
                    ) : open ? (
                      <Tag>{translate('progress.receipts.open')}</Tag>
                    ) : (
                      NONE
                    )}
                  </td>
                  <td className="nw">
                    <button type="button" className="aslink" onClick={() => onEvidence(row.id)}>
                      {translate('progress.receipts.evidence')}
                    </button>{' '}
                    {open && !row.locked && ability.can('verify', 'Receipt') && row.enteredById !== identity?.id && (
                      <button type="button" className="aslink" onClick={() => setVerifying(row)}>
                        {translate('actuals.verify')}
                      </button>
                    )}{' '}
                    {open && !row.locked && ability.can('create', 'Receipt') && (
                      <button type="button" className="aslink" onClick={() => onCorrect(row.id)}>
                        {translate('actuals.correct')}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
            <SumRow>
              <th scope="row" colSpan={2}>
                {translate('progress.receipts.sum')}
              </th>
              <td className="num">
                <Money wan={arrived.toFixed()} unit="wan" bare />
              </td>
              <td colSpan={4} />
            </SumRow>
          </>
        )}
      </TableCard>
      {verifying && <Verify receipt={verifying} onClose={() => setVerifying(null)} />}
    </>
  );
}

/** Verified is locked for good: asked once, with the amount in words. */
function Verify({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const verify = useVerb(receipts.verify, { said: translate('progress.receipts.verifiedNow'), onDone: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{translate('progress.receipts.verifyTitle')}</DialogTitle>
      <DialogContent>
        <p>
          <b>{receipt.arrivedOn}</b> {translate(`progress.receipts.kinds.${receipt.kind}`)}{' '}
          <b>
            <Money wan={receipt.amountWan} unit="wan" />
          </b>
        </p>
        <p className="t-2">{translate('progress.receipts.verifyWhy')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={verify.isPending}
          onClick={() => verify.mutate({ params: { id: receipt.id } })}
        >
          {translate('actuals.verify')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

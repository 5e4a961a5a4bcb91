import { receipts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Receipt } from '@crm/api-contract/progress';
import { isLive } from '@crm/domain/contracts';
import { Decimal, percentOf, sum } from '@crm/domain/quantities';
import { useGetIdentity, useTranslate, type TranslateFunction } from 'ra-core';
import { useId, useState } from 'react';
import type { PanelProps } from '../contracts/index.js';
import { Money } from '../parts/text/Amounts.js';
import { Icon } from '../parts/marks/Icon.js';
import { showWan } from '../parts/text/money.js';
import { NONE, showPercent } from '../parts/text/numbers.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import { useReceipts } from './useProgress.js';
import './progress.css';

/** 到位资金 of one contract: what arrived, by which paper, verified by whom; what was corrected stays, crossed out. */
export default function ReceiptPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const answer = useReceipts(contract.id);
  const may = useMay();
  const [verifying, setVerifying] = useState<Receipt | null>(null);
  const data = answer.data ?? [];
  const mayEnter = may(receipts.create, contract) && isLive(contract.status);
  const arrived = sum(data.filter(isOpen).map(({ amountWan }) => amountWan));
  const percent =
    contract.amountWan === null ? null : (percentOf(arrived, new Decimal(contract.amountWan))?.toFixed() ?? null);
  const reasonOf = (id: string) => data.find(({ correctsId }) => correctsId === id)?.correctionReason ?? NONE;
  return (
    <>
      <TableCard<Receipt>
        name="receipts"
        title={translate('contracts.tabs.receipts')}
        caption={
          data.length > 0 && contract.amountWan !== null
            ? translate('progress.receipts.caption', {
                arrived: showWan(translate, arrived.toFixed()),
                amount: showWan(translate, contract.amountWan),
                percent: showPercent(percent),
              })
            : undefined
        }
        answer={answer}
        rowSx={(row) => (isOpen(row) ? {} : corrected)}
        columns={[
          ...receiptColumns(translate, arrived.toFixed(), reasonOf),
          {
            source: 'moves',
            label: 'actuals.moves',
            heard: true,
            className: 'nowrap',
            joined: true,
            cell: (row) => <Moves receipt={row} go={go} onVerify={setVerifying} />,
          },
        ]}
        none={{
          icon: 'actuals',
          title: translate('progress.receipts.none'),
          why: translate('progress.receipts.noneWhy'),
        }}
        add={mayEnter && { label: translate('progress.receipts.enter'), onClick: () => go({ receipt: 'new' }) }}
      />
      {verifying && <Verify receipt={verifying} onClose={() => setVerifying(null)} />}
    </>
  );
}

/** Not replaced by a correction. */
const isOpen = ({ knownTo }: Receipt): boolean => knownTo === null;

/** What was corrected: in grey, its day, kind and amount crossed out. */
const corrected = {
  '& > *': { color: 'var(--ink-3)' },
  '& > :nth-child(-n + 3)': { textDecoration: 'line-through' },
};

const receiptColumns = (
  translate: TranslateFunction,
  arrivedWan: string,
  reasonOf: (id: string) => string,
): RecordColumn<Receipt>[] => [
  {
    source: 'arrivedOn',
    label: 'progress.receipts.arrivedOn',
    className: 'nowrap',
    cell: ({ arrivedOn }) => arrivedOn,
    sum: translate('progress.receipts.sum'),
  },
  {
    source: 'kind',
    label: 'progress.receipts.kind',
    joined: true,
    cell: ({ kind }) => translate(`progress.receipts.kinds.${kind}`),
  },
  {
    source: 'amountWan',
    label: 'progress.receipts.amount',
    unit: 'parts.unit.wan',
    number: true,
    className: 'strong',
    cell: ({ amountWan }) => <Money wan={amountWan} unit="wan" bare />,
    sum: <Money wan={arrivedWan} unit="wan" bare />,
  },
  {
    source: 'note',
    label: 'progress.receipts.note',
    className: 'quiet',
    cell: (row) => (isOpen(row) ? row.note : translate('progress.receipts.corrected', { reason: reasonOf(row.id) })),
  },
  { source: 'enteredBy', label: 'actuals.enteredBy', joined: true, cell: ({ enteredBy }) => enteredBy ?? NONE },
  {
    source: 'verifiedBy',
    label: 'actuals.verified',
    joined: true,
    cell: (row) =>
      row.locked ? (
        <span className="row">
          <Icon name="lock" />
          {row.verifiedBy}
        </span>
      ) : isOpen(row) ? (
        <Tag>{translate('progress.receipts.open')}</Tag>
      ) : (
        NONE
      ),
  },
];

/** Its evidence; to verify it, never one's own; to correct it. */
function Moves({
  receipt,
  go,
  onVerify,
}: {
  receipt: Receipt;
  go: PanelProps['go'];
  onVerify: (receipt: Receipt) => void;
}) {
  const translate = useTranslate();
  const may = useMay();
  const { identity } = useGetIdentity();
  const changeable = isOpen(receipt) && !receipt.locked;
  return (
    <>
      <button type="button" className="aslink" onClick={() => go({ evidence: `receipt:${receipt.id}` })}>
        {translate('progress.receipts.evidence')}
      </button>{' '}
      {changeable && may(receipts.verify) && receipt.enteredById !== identity?.id && (
        <button type="button" className="aslink" onClick={() => onVerify(receipt)}>
          {translate('actuals.verify')}
        </button>
      )}{' '}
      {changeable && may(receipts.correct, receipt) && (
        <button type="button" className="aslink" onClick={() => go({ receipt: receipt.id })}>
          {translate('actuals.correct')}
        </button>
      )}
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
        <p className="quiet">{translate('progress.receipts.verifyWhy')}</p>
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

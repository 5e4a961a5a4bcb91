import Button from '@mui/material/Button';
import type { EnterpriseDistinction } from '@crm/api-contract/merging';
import { enterpriseDistinctions } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { useState } from 'react';
import { TextInput } from 'react-admin';
import { Link } from 'react-router';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { Card } from '../parts/layout/Card.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { InstantText } from '../parts/text/DayText.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** The pairs that a person told apart; each can be taken back. */
export function ToldApartCard() {
  const translate = useTranslate();
  const { data } = useAsk(enterpriseDistinctions.list, {}, { staleTime: 0 });
  const [chosen, setChosen] = useState<EnterpriseDistinction>();
  const mayWithdraw = useMay()(enterpriseDistinctions.withdraw);
  if (!data || data.data.length === 0) return null;
  return (
    <Card
      title={translate('enterprises.apart.list')}
      caption={translate(data.more ? 'enterprises.apart.more' : 'enterprises.apart.listWhy')}
      label={translate('enterprises.apart.list')}
    >
      <RowsTable<EnterpriseDistinction>
        name="enterprise-distinctions"
        label={translate('enterprises.apart.list')}
        rows={data.data}
        columns={columnsOf(mayWithdraw && setChosen, translate('enterprises.apart.withdraw'))}
        phoneRow={(row) => (
          <div className="phonerow">
            <Both {...row} />
            <span className="caption">{row.reason}</span>
            {mayWithdraw && (
              <Button size="small" onClick={() => setChosen(row)}>
                {translate('enterprises.apart.withdraw')}
              </Button>
            )}
          </div>
        )}
      />
      {chosen && <WithdrawDialog distinction={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  );
}

const columnsOf = (
  onWithdraw: ((row: EnterpriseDistinction) => void) | false,
  withdraw: string,
): (RecordColumn<EnterpriseDistinction> | false)[] => [
  { source: 'firstName', label: 'enterprises.apart.pair', cell: (row) => <Both {...row} /> },
  { source: 'reason', label: 'enterprises.apart.why', cell: ({ reason }) => reason },
  { source: 'decidedBy', label: 'enterprises.apart.by', cell: ({ decidedBy }) => decidedBy ?? '—' },
  { source: 'decidedAt', label: 'enterprises.apart.at', cell: ({ decidedAt }) => <InstantText at={decidedAt} /> },
  onWithdraw && {
    source: 'id',
    label: 'enterprises.apart.withdraw',
    heard: true,
    only: 'screen',
    cell: (row) => (
      <Button size="small" onClick={() => onWithdraw(row)}>
        {withdraw}
      </Button>
    ),
  },
];

function Both({ firstId, firstName, firstCode, secondId, secondName, secondCode, holds }: EnterpriseDistinction) {
  const translate = useTranslate();
  return (
    <div>
      <div>
        <Link to={`/enterprises/${firstId}/show`}>{firstName}</Link> <span className="caption">{firstCode ?? ''}</span>
      </div>
      <div>
        <Link to={`/enterprises/${secondId}/show`}>{secondName}</Link>{' '}
        <span className="caption">{secondCode ?? ''}</span>
      </div>
      {!holds && <Tag>{translate('enterprises.apart.changed')}</Tag>}
    </div>
  );
}

function WithdrawDialog({ distinction, onClose }: { distinction: EnterpriseDistinction; onClose: () => void }) {
  const translate = useTranslate();
  const { id, firstName, secondName } = distinction;
  const { submit, error } = useVerbForm(enterpriseDistinctions.withdraw, {
    said: translate('enterprises.apart.withdrawn'),
    onDone: onClose,
  });
  return (
    <DialogForm<{ reason: string }>
      title={translate('enterprises.apart.withdraw')}
      caption={translate('enterprises.apart.both', { name: firstName ?? '', other: secondName ?? '' })}
      save={translate('enterprises.apart.withdraw')}
      error={error}
      onClose={onClose}
      defaultValues={{ reason: '' }}
      onSubmit={(body) => submit({ params: { id }, body })}
    >
      <TextInput
        source="reason"
        label={translate('enterprises.apart.withdrawWhy')}
        validate={required()}
        autoFocus
        autoComplete="off"
      />
    </DialogForm>
  );
}

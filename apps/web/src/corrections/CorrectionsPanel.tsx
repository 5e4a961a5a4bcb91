import Button from '@mui/material/Button';
import type { Correction } from '@crm/api-contract/corrections';
import { corrections } from '@crm/api-contract/routes';
import { wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import type { PanelProps } from '../contracts/index.js';
import { FilesCard } from '../files/index.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { Icon } from '../parts/marks/Icon.js';
import { Note } from '../parts/marks/Note.js';
import { Tag } from '../parts/marks/Tag.js';
import { InstantText } from '../parts/text/DayText.js';
import { useMay } from '../providers/abilities.js';
import { LinesTable } from '../supplements/index.js';
import { useCorrections } from './useCorrections.js';

/** 更正 of a contract: what was written down, what is right, who agreed, and the evidence; newest first. */
export default function CorrectionsPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const { data, error, refetch } = useCorrections(contract.id);
  const may = useMay()(corrections.create, contract) && wasSigned(contract.status);
  if (error)
    return (
      <Card>
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      </Card>
    );
  if (!data)
    return (
      <Card flush>
        <SkeletonTable rows={3} />
      </Card>
    );
  if (data.length > 0)
    return (
      <div className="stack">
        {data.map((one) => (
          <OneCorrection key={one.id} one={one} />
        ))}
      </div>
    );
  return (
    <Card>
      <EmptyState
        icon="contracts"
        title={translate('corrections.none')}
        why={translate('corrections.noneWhy')}
        action={
          may ? (
            <Button startIcon={<Icon name="plus" />} onClick={() => go({ amend: '1' })}>
              {translate('corrections.create')}
            </Button>
          ) : undefined
        }
      />
    </Card>
  );
}

function OneCorrection({ one }: { one: Correction }) {
  const translate = useTranslate();
  const missing = one.state === 'pending' && one.evidence === 0 && one.importId === null;
  return (
    <Card
      flush
      title={translate('corrections.one')}
      caption={
        <>
          {one.askedBy} <InstantText at={one.askedAt} />
          {one.agreedBy && ` · ${translate('corrections.agreedBy', { who: one.agreedBy })}`}{' '}
          {one.knownFrom && <InstantText at={one.knownFrom} />}
        </>
      }
      actions={
        <>
          {one.importId && (
            <Link to={`/imports/${one.importId}`}>{translate('corrections.fromRow', { row: one.importRow })}</Link>
          )}
          <Tag>{translate(`corrections.state.${one.state}`)}</Tag>
        </>
      }
    >
      <p className="statedreason">{one.reason}</p>
      <LinesTable lines={one.lines} label={translate('corrections.one')} />
      {missing && <Note kind="warning">{translate('errors.correction.evidence')}</Note>}
      {(one.evidence > 0 || missing) && <FilesCard subjectType="correction" subjectId={one.id} />}
    </Card>
  );
}

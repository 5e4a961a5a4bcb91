import Button from '@mui/material/Button';
import type { Correction } from '@crm/api-contract/corrections';
import { corrections } from '@crm/api-contract/routes';
import { wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import type { PanelProps } from '../contracts/index.js';
import { FilesCard } from '../files/index.js';
import { AnswerCard } from '../parts/layout/Answer.js';
import { Card } from '../parts/layout/Card.js';
import { EmptyState } from '../parts/layout/Waiting.js';
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
  const may = useMay()(corrections.create, contract) && wasSigned(contract.status);
  const create = may ? (
    <Button startIcon={<Icon name="plus" />} onClick={() => go({ amend: '1' })}>
      {translate('corrections.create')}
    </Button>
  ) : undefined;
  return (
    <AnswerCard
      answer={useCorrections(contract.id)}
      rows={3}
      none={(all) =>
        all.length === 0 && (
          <EmptyState
            icon="contracts"
            title={translate('corrections.none')}
            why={translate('corrections.noneWhy')}
            action={create}
          />
        )
      }
    >
      {(all) => (
        <div className="stack">
          {all.map((one) => (
            <OneCorrection key={one.id} one={one} />
          ))}
        </div>
      )}
    </AnswerCard>
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

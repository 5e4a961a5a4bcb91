import { useTranslate } from 'ra-core';
import type { useSupplements } from './useSupplements.js';
import { Card } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { Tag } from '../parts/marks/Tag.js';
import { LinesTable } from './LinesTable.js';
import './supplements.css';

type Supplement = NonNullable<ReturnType<typeof useSupplements>['data']>[number];

/** One supplement with its changes, before and after; `own`: on its own page, whose heading has the number. */
export function Paper({ paper, own = false }: { paper: Supplement; own?: boolean }) {
  const translate = useTranslate();
  return (
    <Card
      flush
      title={own ? translate('contracts.tabs.amends') : paper.number}
      caption={
        <>
          {paper.signedOn} {paper.askedBy} {paper.inForceFrom && <InstantText at={paper.inForceFrom} />}
        </>
      }
      actions={<Tag>{translate(`supplements.state.${paper.state}`)}</Tag>}
    >
      <p className="statedreason">{paper.reason}</p>
      <LinesTable lines={paper.lines} label={paper.number} />
    </Card>
  );
}

import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { StepHead } from './StepHead.js';

export function ReadingStep({ record, title }: { record: Import; title: string }) {
  const translate = useTranslate();
  return (
    <>
      <StepHead title={title} step="map" />
      <Card>
        <div role="status" className="row wrap">
          <b>{record.fileName}</b>
          <span className="t-2">{translate('imports.reading')}</span>
          <span className="sp" />
          <span className="t-cap">{translate('imports.leave')}</span>
        </div>
        <div className="pg run" aria-hidden>
          <i />
        </div>
      </Card>
    </>
  );
}

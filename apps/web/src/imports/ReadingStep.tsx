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
          <span className="quiet">{translate('imports.reading')}</span>
          <span className="spacer" />
          <span className="caption">{translate('imports.leave')}</span>
        </div>
        <div className="progressbar run" aria-hidden>
          <i />
        </div>
      </Card>
    </>
  );
}

import { industries, industryChains, parks } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import type { Kind } from './CloseDrawer.js';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly validFrom: string | null;
  readonly closedFrom: string | null;
  readonly closedReason: string | null;
}

/** 有效: since when, and from when it is closed. */
export function Standing({ entry: { validFrom, closedFrom, closedReason } }: { entry: Entry }) {
  const translate = useTranslate();
  return (
    <>
      {validFrom ? translate('parks.from', { from: validFrom }) : translate('parks.always')}
      {closedFrom && (
        <>
          {' '}
          <Tag>{translate('parks.until', { from: closedFrom })}</Tag>
          <div className="caption">{closedReason}</div>
        </>
      )}
    </>
  );
}

/** 关闭 or 重开, for those who may. */
export function Ending({ kind, entry, onClose }: { kind: Kind; entry: Entry; onClose: () => void }) {
  const translate = useTranslate();
  const may = useMay();
  const allowed = {
    parks: may(parks.close) && may(parks.reopen),
    industries: may(industries.close) && may(industries.reopen),
    'industry-chains': may(industryChains.close) && may(industryChains.reopen),
  };
  const { reopen } = { parks, industries, 'industry-chains': industryChains }[kind] as typeof parks;
  const open = useVerb(reopen, { said: translate('parks.close.reopened') });
  if (!allowed[kind]) return null;
  return entry.closedFrom ? (
    <Button
      size="small"
      disabled={open.isPending}
      aria-label={`${translate('parks.close.reopen')} ${entry.name}`}
      onClick={() => open.mutate({ params: { id: entry.id }, version: entry.version })}
    >
      {translate('parks.close.reopen')}
    </Button>
  ) : (
    <Button size="small" aria-label={`${translate('parks.close.action')} ${entry.name}`} onClick={onClose}>
      {translate('parks.close.action')}
    </Button>
  );
}

import { useTranslate } from 'ra-core';
import { Suspense } from 'react';
import type { DrawerProps } from '../contracts/index.js';
import { FilesCard } from '../files/index.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';

/** The files of one receipt or milestone, as the URL says: `receipt:<id>`. */
export function EvidenceDrawer({ contract, value, onClose }: DrawerProps) {
  const translate = useTranslate();
  const [type, id] = value.split(':');
  if ((type !== 'receipt' && type !== 'milestone') || !id) return null;
  return (
    <SideDrawer title={translate('progress.receipts.evidence')} caption={contract.number} onClose={onClose}>
      <Suspense fallback={null}>
        <FilesCard subjectType={type} subjectId={id} on={contract} />
      </Suspense>
    </SideDrawer>
  );
}

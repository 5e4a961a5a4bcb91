import { useTranslate } from 'ra-core';
import type { DrawerProps } from '../contracts/page/panel.js';
import FilesCard from '../files/FilesCard.js';
import { SideDrawer } from '../parts/SideDrawer.js';

/** The papers of one receipt or milestone; the address says which: `receipt:<id>`. */
export function EvidenceDrawer({ contract, value, onClose }: DrawerProps) {
  const translate = useTranslate();
  const [type, id] = value.split(':');
  if ((type !== 'receipt' && type !== 'milestone') || !id) return null;
  return (
    <SideDrawer title={translate('progress.receipts.evidence')} caption={contract.number} onClose={onClose}>
      <FilesCard subjectType={type} subjectId={id} />
    </SideDrawer>
  );
}

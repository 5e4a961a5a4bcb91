import type { AuditEntry } from '@crm/api-contract/audit';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { showInstant } from '../parts/text/days.js';
import { NONE } from '../parts/text/numbers.js';
import { subjectNamed } from './toldIn.js';

/** A personal value whose person was erased from the trail, or that does not open, comes as a mark. */
function shown(translate: TranslateFunction, value: unknown): string {
  if (value === undefined || value === null) return NONE;
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  if ('erased' in value) return translate('audit.erased');
  return 'unreadable' in value ? translate('audit.unreadable') : JSON.stringify(value);
}

/** Everything that one entry tells: before and after, with the number of the request that the log has too. */
export function AuditDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const translate = useTranslate();
  const { id, at, actor, actorName, request, subject, subjectId, before, after } = entry;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <SideDrawer
      title={`${translate(`audit.kind.${entry.kind}`)} · ${subjectNamed(translate, subject)}`}
      caption={`${showInstant(at)} · ${actorName ?? actor}`}
      onClose={onClose}
    >
      <p className="caption">
        {translate('audit.number')} <span className="code">{id}</span> · {translate('audit.request')}{' '}
        <span className="code">{request || NONE}</span>
      </p>
      <p className="code">{subjectId || NONE}</p>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('audit.field')}</TableCell>
            {before && <TableCell>{translate('audit.before')}</TableCell>}
            {after && <TableCell>{translate('audit.after')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell className="code">{field}</TableCell>
              {before && <TableCell>{shown(translate, before[field])}</TableCell>}
              {after && <TableCell>{shown(translate, after[field])}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </SideDrawer>
  );
}

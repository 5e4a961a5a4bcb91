import type { AuditEntry } from '@crm/api-contract/audit';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { showInstant } from '../parts/text/days.js';
import { NONE } from '../parts/text/numbers.js';
import { pageOf } from './pageOf.js';
import { shownValue } from './shownValue.js';
import { fieldNamed, subjectNamed } from './toldIn.js';
import './audit.css';

/** Everything that one entry tells: before and after, with the number of the request that the log has too. */
export function AuditDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const translate = useTranslate();
  const { id, at, actor, actorName, request, subject, subjectId, before, after } = entry;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const page = pageOf(entry);
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
      {subjectId !== '' && (
        <p className="row wrap">
          <span className="code">{subjectId}</span>
          {page !== null && <Link to={page}>{translate('audit.open')}</Link>}
        </p>
      )}
      <Table size="small" className="told">
        <TableHead>
          <TableRow>
            <TableCell>{translate('audit.field')}</TableCell>
            {before && <TableCell>{translate('audit.before')}</TableCell>}
            {after && <TableCell>{translate(before ? 'audit.after' : 'audit.value')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" title={field}>
                {fieldNamed(translate, entry, field)}
              </TableCell>
              {before && <TableCell>{shownValue(translate, field, before[field])}</TableCell>}
              {after && <TableCell>{shownValue(translate, field, after[field])}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </SideDrawer>
  );
}

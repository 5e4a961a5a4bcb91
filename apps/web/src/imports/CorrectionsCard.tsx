import { actuals, corrections, imports } from '@crm/api-contract/routes';
import type { Import, RowCorrection } from '@crm/api-contract/imports';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { Tag } from '../parts/marks/Tag.js';
import { useUnsaved } from '../parts/unsaved/useEditor.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { factName, showFact } from '../supplements/index.js';
import { useVerb } from '../verbs/useVerb.js';

/** The server takes this many rows at once. */
const AT_ONCE = 100;

const isOpen = ({ correction, refused, lines }: RowCorrection): boolean =>
  lines.length > 0 && refused === null && (correction === null || correction.state === 'withdrawn');

/**
 * Rows whose contract is stored with other values. Where the sheet is right and the system is wrong, a person chooses
 * the rows, says why once, and each becomes a correction that another person agrees to.
 */
export default function CorrectionsCard({ record }: { record: Import }) {
  const translate = useTranslate();
  const { data } = useAsk(imports.corrections, { params: { id: record.id } });
  const may = useMay();
  const figures = record.kind === 'annual-actuals';
  const mayCorrect = figures ? may(actuals.correct) : may(corrections.create);
  const mayAsk = may(imports.correct) && mayCorrect && ['checked', 'committed'].includes(record.status);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState<Readonly<Record<number, string>>>({});
  const verb = useVerb(imports.correct, {
    said: translate(figures ? 'imports.correct.saidFigures' : 'imports.correct.said'),
    onDone: ({ data: rows }) => {
      setAnswered(Object.fromEntries(rows.flatMap(({ row, refused }) => (refused ? [[row, refused.message]] : []))));
      setChosen([]);
      setReason('');
    },
  });
  useUnsaved({ typed: reason.trim() !== '', saving: verb.isPending });
  if (!data) return null;
  const open = mayAsk ? data.data.filter(isOpen).slice(0, AT_ONCE) : [];
  const toggle = (row: number) =>
    setChosen(chosen.includes(row) ? chosen.filter((one) => one !== row) : [...chosen, row]);
  const send = () => {
    setAsking(false);
    verb.mutate({ params: { id: record.id }, body: { rows: [...chosen], reason } });
  };
  const ready = chosen.length > 0 && reason.trim() !== '' && !verb.isPending;
  return (
    <div className="questioncard">
      <Card
        flush
        title={translate('imports.correct.title')}
        caption={translate(figures ? 'imports.correct.captionFigures' : 'imports.correct.caption')}
      >
        <ScrollX label={translate('imports.correct.title')}>
          <Table>
            <TableHead>
              <TableRow>
                {open.length > 0 && (
                  <TableCell padding="checkbox">
                    <Checkbox
                      checked={chosen.length === open.length}
                      indeterminate={chosen.length > 0 && chosen.length < open.length}
                      onChange={() => setChosen(chosen.length === open.length ? [] : open.map(({ row }) => row))}
                      slotProps={{ input: { 'aria-label': translate('imports.correct.all') } }}
                    />
                  </TableCell>
                )}
                <TableCell align="right">{translate('imports.faultRow')}</TableCell>
                <TableCell>{translate('imports.correct.contract')}</TableCell>
                <TableCell>{translate('imports.correct.values')}</TableCell>
                <TableCell>{translate('imports.correct.state')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.data.map((one) => (
                <TableRow key={one.row}>
                  {open.length > 0 && (
                    <TableCell padding="checkbox">
                      <Checkbox
                        checked={chosen.includes(one.row)}
                        disabled={!open.includes(one)}
                        onChange={() => toggle(one.row)}
                        slotProps={{ input: { 'aria-label': translate('imports.correct.row', { row: one.row }) } }}
                      />
                    </TableCell>
                  )}
                  <TableCell align="right" className="strong">
                    {one.row}
                  </TableCell>
                  <TableCell>
                    {one.contractId ? (
                      <Link to={`/contracts/${one.contractId}/show`}>{one.contractNumber}</Link>
                    ) : (
                      one.contractNumber
                    )}
                    <div className="caption">
                      {one.enterpriseName} · {one.projectName}
                    </div>
                  </TableCell>
                  <TableCell>
                    {one.lines.map(({ field, before, after }) => (
                      <div key={field}>
                        {translate('imports.correct.moved', {
                          what: factName(translate, field),
                          before: showFact(translate, field, before),
                          after: showFact(translate, field, after),
                        })}
                      </div>
                    ))}
                  </TableCell>
                  <TableCell>
                    <Standing one={one} answered={answered[one.row]} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </ScrollX>
        {open.length > 0 && (
          <div className="foot noprint row wrap">
            <TextField
              sx={{ flex: '1 1 240px' }}
              label={translate('imports.correct.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              variant="contained"
              disabled={!ready}
              onClick={() => (chosen.length > 1 ? setAsking(true) : send())}
            >
              {translate(figures ? 'imports.correct.now' : 'imports.correct.ask', { smart_count: chosen.length })}
            </Button>
            <span className="caption">{translate(figures ? 'imports.correct.nowWhy' : 'imports.correct.askWhy')}</span>
          </div>
        )}
        <Dialog open={asking} onClose={() => setAsking(false)}>
          <DialogTitle>
            {translate(figures ? 'imports.correct.now' : 'imports.correct.sureTitle', { smart_count: chosen.length })}
          </DialogTitle>
          <DialogContent>
            {translate(figures ? 'imports.correct.sureFigures' : 'imports.correct.sure', { reason })}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{translate('imports.correct.no')}</Button>
            <Button variant="contained" onClick={send}>
              {translate(figures ? 'imports.correct.yesFigures' : 'imports.correct.yes')}
            </Button>
          </DialogActions>
        </Dialog>
      </Card>
    </div>
  );
}

function Standing({ one: { correction, refused }, answered }: { one: RowCorrection; answered: string | undefined }) {
  const translate = useTranslate();
  const said = answered ?? refused?.message;
  return (
    <>
      {correction &&
        (correction.approvalId ? (
          <Link to={`/approvals?case=${correction.approvalId}`}>
            <Tag>{translate(`imports.correct.states.${correction.state}`)}</Tag>
          </Link>
        ) : (
          <Tag>{translate(`imports.correct.states.${correction.state}`)}</Tag>
        ))}
      {said && <div className="caption">{said}</div>}
    </>
  );
}

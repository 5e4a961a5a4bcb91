import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { TouchedDrafts as Touched } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import type { KeyOf } from '../i18n/shape.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Hint } from '../parts/marks/Hint.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import type { standardsZh } from './standards.zh.js';
import './standards.css';

type Draft = Touched['drafts'][number];
type Word = KeyOf<typeof standardsZh.standards.touched>;

/** Before → after for every draft that a change of standards affects; signed contracts stay unchanged. */
export function TouchedDrafts({ touched }: { touched: Touched }) {
  const translate = useTranslate();
  const { drafts, becomeBelow, becomeClear, signed } = touched;
  const say = (word: Word, facts: object = {}): string => translate(`standards.touched.${word}`, facts);
  return (
    <div className="touched">
      {drafts.length === 0 ? (
        <div className="quiet">{say('none')}</div>
      ) : (
        <>
          <div className="row wrap">
            {becomeBelow > 0 && <Hint verdict="warning">{say('below', { count: becomeBelow })}</Hint>}
            {becomeClear > 0 && <Hint verdict="met">{say('clear', { count: becomeClear })}</Hint>}
          </div>
          <ScrollX label={say('title')}>
            <Table>
              <TableHead>
                <TableRow>
                  <TableCell>{say('contract')}</TableCell>
                  <TableCell>{say('indicator')}</TableCell>
                  <TableCell align="right">
                    {say('promised')}
                    <br />
                    {translate('parts.unit.perMu')}
                  </TableCell>
                  <TableCell align="right">
                    {say('standard')}
                    <br />
                    {translate('parts.unit.perMu')}
                  </TableCell>
                  <TableCell align="right">
                    {say('percent')}
                    <br />%
                  </TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {drafts.map((draft) => (
                  <DraftRow key={`${draft.contractId} ${draft.indicator}`} draft={draft} say={say} />
                ))}
              </TableBody>
            </Table>
          </ScrollX>
        </>
      )}
      {signed > 0 && <div className="caption">{say('signed', { count: signed })}</div>}
    </div>
  );
}

function DraftRow({ draft, say }: { draft: Draft; say: (word: Word, facts?: object) => string }) {
  const translate = useTranslate();
  const perMu = (value: string | null): string =>
    value === null ? translate('parts.gauge.notSet') : showWan(translate, value);
  const percent = (value: string | null): string => (value === null ? '—' : showDecimal(value, 2));
  return (
    <TableRow>
      <TableCell>
        <Link to={`/contracts/${draft.contractId}`} className="strong">
          {draft.enterpriseName}
        </Link>
        <div className="caption">
          {draft.projectName} · {draft.number} · {say(`status.${draft.status}`)}
        </div>
      </TableCell>
      <TableCell className="nowrap">
        {translate(`indicators.name.${draft.indicator}`)}
        <div className="caption">{say('from', { from: draft.from })}</div>
      </TableCell>
      <TableCell align="right" data-label={`${say('promised')} ${translate('parts.unit.perMu')}`}>
        {draft.promisedPerMuWan === null ? '—' : showWan(translate, draft.promisedPerMuWan, 2)}
      </TableCell>
      <TableCell align="right" className="nowrap" data-label={`${say('standard')} ${translate('parts.unit.perMu')}`}>
        <span className="faint">{perMu(draft.before.perMuWan)} → </span>
        <b>{perMu(draft.after.perMuWan)}</b>
      </TableCell>
      <TableCell align="right" className="nowrap" data-label={`${say('percent')} %`}>
        <span className="faint">{percent(draft.before.percent)} → </span>
        <b>{percent(draft.after.percent)}</b>
        {draft.turns !== 'same' && (
          <div>
            <Hint verdict={draft.turns === 'below' ? 'warning' : 'met'}>{say(`turns.${draft.turns}`)}</Hint>
          </div>
        )}
      </TableCell>
    </TableRow>
  );
}

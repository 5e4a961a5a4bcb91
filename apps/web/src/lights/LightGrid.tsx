import { useTranslate } from 'ra-core';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import type { Verdict } from '../parts/marks/verdict.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import type { Target } from './useTargets.js';
import { subjectWord, useMonthWord, verdictOf } from './words.js';
import { pressed } from '../parts/keys/keys.js';

export const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const STEPS: Readonly<Record<string, readonly [rows: number, months: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The text of a cell: the light of the month, or not reported, or not over yet. */
export function lightOf(
  target: Target,
  year: number,
  month: number,
  today: string,
): { judged: Target['months'][number] | undefined; verdict: Verdict } {
  const judged = target.months.find((one) => one.month === month);
  const over = `${year}-${String(month).padStart(2, '0')}` < today.slice(0, 7);
  return { judged, verdict: judged?.light ? verdictOf[judged.light] : over ? 'no-data' : 'not-due' };
}

interface Props {
  targets: readonly Target[];
  year: number;
  today: string;
  title: string;
  /** The pages, if one does not show all. */
  foot: ReactNode;
  onOpen: (id: string) => void;
}

/** Subject × month. One tab stop per row; arrows move, Enter opens plan and actual. */
export function LightGrid({ targets, year, today, title, foot, onOpen }: Props) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const frame = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const [row, month] = ((event.target as HTMLElement).dataset.place ?? '').split('.').map(Number);
    const step = STEPS[pressed(event)];
    if (!step || row === undefined || month === undefined) return;
    const next = frame.current?.querySelector<HTMLElement>(`[data-place="${row + step[0]}.${month + step[1]}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const cell = (target: Target, row: number, month: number) => {
    const { judged, verdict } = lightOf(target, year, month, today);
    const facts = { subject: subjectWord(target, translate), year, month: monthWord(month) };
    const sentence = judged?.light
      ? translate('lights.cell', {
          ...facts,
          light: translate(`lights.light.${judged.light}`),
          percent: showPercent(judged.behindPercent),
          plan: showWan(translate, judged.plan!.valueWan, 2),
          actual: showWan(translate, judged.actual!.valueWan, 2),
        })
      : translate(verdict === 'no-data' ? 'lights.cellMissing' : 'lights.cellAhead', facts);
    const shown =
      verdict === 'not-due'
        ? '·'
        : judged?.light
          ? judged.light === 'green'
            ? translate('lights.light.green')
            : showDecimal(judged.behindPercent, 0)
          : '—';
    return (
      <button
        type="button"
        className={`heatcell lightcell ${verdict}`}
        data-place={`${row}.${month}`}
        tabIndex={month === (target.latest?.month ?? 1) ? 0 : -1}
        aria-label={`${shown} ${sentence}${judged?.escalates ? ` ${translate('lights.escalates')}` : ''}`}
        title={sentence}
        onClick={() => onOpen(target.id)}
      >
        {verdict !== 'not-due' && <VerdictGlyph verdict={verdict} size={11} />}
        <span aria-hidden>{shown}</span>
      </button>
    );
  };
  return (
    <Card flush title={title} caption={translate('lights.gridCaption')} label={translate('lights.grid')}>
      <ScrollX label={translate('lights.grid')}>
        <table className="plain lightgrid" ref={frame} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{translate('lights.subject')}</th>
              {MONTHS.map((month) => (
                <th key={month} scope="col" className="centred">
                  {translate('lights.month', { month: monthWord(month) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((target, row) => (
              <tr key={target.id}>
                <th scope="row">{subjectWord(target, translate)}</th>
                {MONTHS.map((month) => (
                  <td key={month}>{cell(target, row, month)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {foot}
    </Card>
  );
}

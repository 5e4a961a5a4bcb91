import { lightBands } from '@crm/api-contract/routes';
import { lights as LIGHTS } from '@crm/domain/lights';
import { bandFaults, coverage, type Band } from '@crm/domain/lights';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { readNumber } from '../parts/text/amounts.js';
import { showInstant } from '../parts/text/days.js';
import { EditRows } from '../parts/fields/EditRows.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FaultHints } from '../parts/fields/FaultHints.js';
import { TextLine } from '../parts/fields/FieldLine.js';
import { Icon } from '../parts/marks/Icon.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Hint } from '../parts/marks/Hint.js';
import { Note } from '../parts/marks/Note.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import { useBands, type Bands } from './useTargets.js';
import { verdictOf } from './words.js';

type Row = Band;
const edge = (typed: string | null): string | null => (typed === null || typed.trim() === '' ? null : typed);
/** An incomplete bound does not count yet. */
const readable = (typed: string | null): boolean => edge(typed) === null || readNumber(typed!).ok;
const read = (typed: string | null): string | null => {
  const reading = edge(typed) === null ? null : readNumber(typed!);
  return reading?.ok ? reading.value : null;
};

/** 档位: which distance has which light. The typed table is shown as a bar with its faults. */
export function BandsDrawer({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { data, error, refetch } = useBands();
  return (
    <SideDrawer title={translate('lights.bands')} caption={translate('lights.bandsCaption')} onClose={onClose}>
      {error ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={4} />
      ) : (
        <Editor key={data.inForce.version} data={data} onClose={onClose} />
      )}
    </SideDrawer>
  );
}

function Editor({ data, onClose }: { data: Bands; onClose: () => void }) {
  const translate = useTranslate();
  const mayChange = useMay()(lightBands.change);
  const [rows, setRows] = useState<Row[]>(() => data.inForce.bands.map((band) => ({ ...band })));
  const [reason, setReason] = useState('');
  const verb = useVerb(lightBands.change, { said: translate('lights.bandsSaved'), onDone: onClose, quiet: true });
  const bands = rows.map((row) => ({
    light: row.light,
    aboveBehind: read(row.aboveBehind),
    uptoBehind: read(row.uptoBehind),
  }));
  const editor = useEditor({
    typed: reason !== '' || JSON.stringify(rows) !== JSON.stringify(data.inForce.bands),
    saving: verb.isPending,
  });
  const unread = rows.flatMap((row, at) => (readable(row.aboveBehind) && readable(row.uptoBehind) ? [] : [at]));
  const faults = unread.length > 0 ? [] : bandFaults(bands);
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, own) => (own === at ? { ...row, ...part } : row)));
  return (
    <GridForm editor={editor} onSave={() => verb.mutate({ version: data.inForce.version, body: { bands, reason } })}>
      <BandBar bands={bands} />
      <EditRows
        rows={rows}
        onChange={setRows}
        remove={mayChange ? (_row, at) => translate('lights.removeRow', { row: at + 1 }) : undefined}
        columns={[
          {
            head: translate('lights.lightHead'),
            cell: (row, at) => (
              <span className="row">
                <VerdictGlyph verdict={verdictOf[row.light]} />
                <select
                  className="field"
                  aria-label={translate('lights.rowLight', { row: at + 1 })}
                  value={row.light}
                  disabled={!mayChange}
                  onChange={(event) => change(at, { light: event.target.value as Row['light'] })}
                >
                  {LIGHTS.map((light) => (
                    <option key={light} value={light}>
                      {translate(`lights.light.${light}`)}
                    </option>
                  ))}
                </select>
              </span>
            ),
          },
          ...(['aboveBehind', 'uptoBehind'] as const).map((field) => ({
            head: translate(field === 'aboveBehind' ? 'lights.above' : 'lights.upto'),
            cell: (row: Row, at: number) => (
              <input
                className="field figure"
                inputMode="decimal"
                placeholder={translate('lights.noBound')}
                aria-label={translate(field === 'aboveBehind' ? 'lights.rowAbove' : 'lights.rowUpto', { row: at + 1 })}
                value={row[field] ?? ''}
                disabled={!mayChange}
                aria-invalid={unread.includes(at) || faults.some(({ pointer }) => pointer === `/${at}/${field}`)}
                onChange={(event) => change(at, { [field]: event.target.value === '' ? null : event.target.value })}
              />
            ),
          })),
        ]}
      />
      <div aria-live="polite" className="stack">
        {unread.map((at) => (
          <Hint key={at} verdict="breach">
            {translate('lights.unread', { row: at + 1 })}
          </Hint>
        ))}
        <FaultHints faults={faults} />
      </div>
      {mayChange && (
        <>
          <Button
            startIcon={<Icon name="plus" />}
            onClick={() => setRows([...rows, { light: 'yellow', aboveBehind: null, uptoBehind: null }])}
          >
            {translate('lights.addRow')}
          </Button>
          <TextLine label={translate('lights.reason')} value={reason} onChange={setReason} />
          <Note>{translate('lights.bandsNote')}</Note>
          {verb.error !== null && <ErrorSentence error={verb.error} />}
          <Button type="submit" variant="contained" disabled={verb.isPending || faults.length > 0 || unread.length > 0}>
            {translate('ra.action.save')}
          </Button>
        </>
      )}
      {data.history.length > 0 && <h3>{translate('lights.bandsBefore')}</h3>}
      {data.history.map((table) => (
        <div key={table.version}>
          <BandBar bands={table.bands} />
          <div className="caption">
            {[translate('lights.until', { at: showInstant(table.knownTo) }), table.enteredBy, table.reason]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      ))}
    </GridForm>
  );
}

/** Ahead at the left, furthest behind at the right; gaps are hatched, overlaps striped, both also in words. */
function BandBar({ bands }: { bands: readonly Band[] }) {
  const translate = useTranslate();
  const stretches = coverage(bands);
  const width = (from: string | null, to: string | null): number =>
    from === null || to === null ? 16 : Math.max(10, Number(to) - Number(from));
  return (
    <div
      className="bandbar"
      role="img"
      aria-label={stretches
        .map(
          (one) =>
            `${translate('lights.stretch', { from: one.from ?? '−∞', to: one.to ?? '∞' })} ${wordOf(one.lights, translate)}`,
        )
        .join('；')}
    >
      {stretches.map((one) => {
        const [light, second] = one.lights;
        const kind = second ? 'overlap' : light ? verdictOf[light] : 'gap';
        return (
          <div key={`${one.from}`} className={`verdictchip ${kind}`} style={{ flexGrow: width(one.from, one.to) }}>
            <span className="row">
              {light && !second && <VerdictGlyph verdict={verdictOf[light]} />}
              {wordOf(one.lights, translate)}
            </span>
            <s>{one.to === null ? '' : `${one.to} %`}</s>
          </div>
        );
      })}
    </div>
  );
}

const wordOf = (found: readonly Band['light'][], translate: (key: string) => string): string =>
  found.length === 0
    ? translate('lights.gapWord')
    : found.length > 1
      ? translate('lights.overlapWord')
      : translate(`lights.light.${found[0]!}`);

import type { EvaluationFormula } from '@crm/api-contract/per-mu-classes';
import { formulaFaults } from '@crm/domain/per-mu-classes';
import { sum } from '@crm/domain/quantities';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useVerb } from '../contracts/page/useContract.js';
import { readNumber } from '../parts/amounts.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { Icon } from '../parts/Icon.js';
import { showDecimal } from '../parts/numbers.js';
import { SideDrawer } from '../parts/SideDrawer.js';
import { Hint, Note } from '../parts/Small.js';
import { useCan } from '../providers/abilities.js';
import { itemWord } from './useRounds.js';

type Formula = Pick<EvaluationFormula, 'items' | 'capped' | 'bands'>;

interface Props {
  title: string;
  formula: Formula;
  version: number;
  path: string;
  /** The round's own copy is changed, not the default. */
  patch?: boolean;
  locked?: boolean;
  onClose: () => void;
}

const value = (typed: string): string => {
  const reading = readNumber(typed);
  return reading.ok ? reading.value : '0';
};

/** Items with base and weight, classes with their shares: sums are said while typing, faults at once. */
export function FormulaDrawer({ title, formula, version, path, patch = false, locked = false, onClose }: Props) {
  const translate = useTranslate();
  const mayChange = useCan('update', 'EvaluationFormula') && !locked;
  const [items, setItems] = useState(() => formula.items.map((item) => ({ ...item })));
  const [bands, setBands] = useState(() => formula.bands.map((band) => ({ ...band })));
  const [capped, setCapped] = useState(formula.capped);
  const [reason, setReason] = useState('');
  const verb = useVerb({ said: translate('classes.formulaSaved'), onDone: onClose, quiet: true });
  const read: Formula = { items: items.map((item) => ({ ...item, base: value(item.base), weight: value(item.weight) })), bands: bands.map((band) => ({ ...band, percent: value(band.percent) })), capped };
  const faults = formulaFaults(read);
  const itemAt = (at: number, part: Partial<Formula['items'][number]>) => setItems(items.map((item, own) => (own === at ? { ...item, ...part } : item)));
  const bandAt = (at: number, part: Partial<Formula['bands'][number]>) => setBands(bands.map((band, own) => (own === at ? { ...band, ...part } : band)));
  const invalid = (pointer: string) => faults.some((fault) => fault.pointer === pointer);
  return (
    <SideDrawer title={title} caption={locked ? translate('classes.frozen') : undefined} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          verb.mutate({ ...(patch ? { method: 'PATCH' as const } : {}), path, version, body: patch ? read : { ...read, reason } });
        }}
      >
        <p className="t-2">{translate('classes.formulaWords')}</p>
        <div className="scrollx">
          <table className="plain formularows">
            <thead>
              <tr>
                <th scope="col">{translate('classes.itemHead')}</th>
                <th scope="col">{translate('classes.base')}</th>
                <th scope="col">{translate('classes.weight')}</th>
                {mayChange && <th scope="col" aria-label={translate('ra.action.delete')} />}
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <tr key={at}>
                  <td>
                    {formula.items.some(({ key }) => key === item.key) ? (
                      <>
                        {itemWord(item, translate)} <div className="t-cap">{item.unit}</div>
                      </>
                    ) : (
                      <input className="sel name" required aria-label={translate('classes.itemName')} value={item.name} onChange={(event) => itemAt(at, { name: event.target.value, key: event.target.value })} />
                    )}
                  </td>
                  {(['base', 'weight'] as const).map((field) => (
                    <td key={field}>
                      <input className="sel figure" inputMode="decimal" disabled={!mayChange} aria-label={`${itemWord(item, translate)} ${translate(`classes.${field}`)}`} aria-invalid={invalid(`/items/${at}/${field}`)} value={item[field]} onChange={(event) => itemAt(at, { [field]: event.target.value })} />
                    </td>
                  ))}
                  {mayChange && (
                    <td>
                      <IconButton aria-label={`${translate('ra.action.delete')} ${item.name}`} onClick={() => setItems(items.filter((_, own) => own !== at))}>
                        <Icon name="trash" />
                      </IconButton>
                    </td>
                  )}
                </tr>
              ))}
              <tr className="sum">
                <th scope="row" colSpan={2}>
                  {translate('classes.sum')}
                </th>
                <td className="num">{showDecimal(sum(read.items.map(({ weight }) => weight)).toFixed())}</td>
                {mayChange && <td />}
              </tr>
            </tbody>
          </table>
        </div>
        {mayChange && (
          <Button startIcon={<Icon name="plus" />} onClick={() => setItems([...items, { key: '', name: '', unit: '', base: '', weight: '' }])}>
            {translate('classes.addItem')}
          </Button>
        )}
        <label className="row">
          <input type="checkbox" checked={capped} disabled={!mayChange} onChange={(event) => setCapped(event.target.checked)} /> {translate('classes.cap')}
        </label>
        <table className="plain formularows">
          <thead>
            <tr>
              <th scope="col">{translate('classes.classHead')}</th>
              <th scope="col">{translate('classes.share')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band, at) => (
              <tr key={at}>
                <td>
                  <input className="sel name" required disabled={!mayChange} aria-label={translate('classes.className', { row: at + 1 })} aria-invalid={invalid(`/bands/${at}/name`)} value={band.name} onChange={(event) => bandAt(at, { name: event.target.value })} />
                </td>
                <td>
                  <input className="sel figure" inputMode="decimal" disabled={!mayChange} aria-label={`${band.name} ${translate('classes.share')}`} aria-invalid={invalid(`/bands/${at}/percent`)} value={band.percent} onChange={(event) => bandAt(at, { percent: event.target.value })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div aria-live="polite" className="stack">
          {faults.map(({ pointer, code, params }) => (
            <Hint key={`${pointer}${code}`} verdict="breach">
              {translate(`errors.${code}`, params)}
            </Hint>
          ))}
        </div>
        {mayChange && (
          <>
            {!patch && (
              <label className="fieldline">
                <span className="t-cap">{translate('classes.reason')} *</span>
                <input className="sel" required value={reason} onChange={(event) => setReason(event.target.value)} />
              </label>
            )}
            <Note>{translate(patch ? 'classes.formulaOfRound' : 'classes.formulaNote')}</Note>
            {verb.error !== null && <ErrorSentence error={verb.error} />}
            <Button type="submit" variant="contained" disabled={verb.isPending || faults.length > 0}>
              {translate('ra.action.save')}
            </Button>
          </>
        )}
      </form>
    </SideDrawer>
  );
}

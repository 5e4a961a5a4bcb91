import { evaluationFormula, evaluationRounds } from '@crm/api-contract/routes';
import { KNOWN_ITEMS } from '@crm/api-contract/choices';
import type { EvaluationFormula } from '@crm/api-contract/per-mu-classes';
import { formulaFaults } from '@crm/domain/per-mu-classes';
import { sum } from '@crm/domain/quantities';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { readNumber } from '../parts/text/amounts.js';
import { EditRows } from '../parts/fields/EditRows.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FaultHints } from '../parts/fields/FaultHints.js';
import { TextLine } from '../parts/fields/FieldLine.js';
import { Icon } from '../parts/marks/Icon.js';
import { showDecimal } from '../parts/text/numbers.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import { Named, OwnItem } from './FormulaItem.js';
import { itemWord, keptValue, shownValue, type Item } from './useRounds.js';

type Formula = Pick<EvaluationFormula, 'items' | 'capped' | 'bands'>;

interface Props {
  title: string;
  formula: Formula;
  version: number;
  /** The round whose own formula is changed; undefined: the default formula. */
  roundId?: string;
  locked?: boolean;
  onClose: () => void;
}

const value = (typed: string): string => {
  const reading = readNumber(typed);
  return reading.ok ? reading.value : '0';
};

/** Items with base and weight, classes with their shares; sums and faults are shown while typing. */
export function FormulaDrawer({ title, formula, version, roundId, locked = false, onClose }: Props) {
  const translate = useTranslate();
  const mayChange = useMay()(roundId ? evaluationRounds.changeFormula : evaluationFormula.change) && !locked;
  const shown = (item: Item): Item => ({ ...item, base: shownValue(translate, item, item.base) });
  const [items, setItems] = useState(() => formula.items.map(shown));
  const [bands, setBands] = useState(() => formula.bands.map((band) => ({ ...band })));
  const [capped, setCapped] = useState(formula.capped);
  const [reason, setReason] = useState('');
  const verb = useVerb(roundId ? evaluationRounds.changeFormula : evaluationFormula.change, {
    said: translate('classes.formulaSaved'),
    onDone: onClose,
    quiet: true,
  });
  const read: Formula = {
    items: items.map((item) => ({
      ...item,
      base: keptValue(translate, item, value(item.base)),
      weight: value(item.weight),
    })),
    bands: bands.map((band) => ({ ...band, percent: value(band.percent) })),
    capped,
  };
  const before = { items: formula.items.map(shown), bands: formula.bands, capped: formula.capped, reason: '' };
  const editor = useEditor({
    typed: JSON.stringify({ items, bands, capped, reason }) !== JSON.stringify(before),
    saving: verb.isPending,
  });
  const faults = formulaFaults(read);
  const itemAt = (at: number, part: Partial<Formula['items'][number]>) =>
    setItems(items.map((item, own) => (own === at ? { ...item, ...part } : item)));
  const bandAt = (at: number, part: Partial<Formula['bands'][number]>) =>
    setBands(bands.map((band, own) => (own === at ? { ...band, ...part } : band)));
  // Existing and default items are identified by their key; a removed one can be added again unchanged.
  const known: Item[] = [
    ...formula.items,
    ...KNOWN_ITEMS.filter(({ key }) => !formula.items.some((one) => one.key === key)),
  ];
  const named = new Set(known.map(({ key }) => key));
  const removed = known.filter(({ key }) => !items.some((item) => item.key === key));
  const invalid = (pointer: string) => faults.some((fault) => fault.pointer === pointer);
  return (
    <SideDrawer title={title} caption={locked ? translate('classes.frozen') : undefined} onClose={onClose}>
      <GridForm
        editor={editor}
        onSave={() =>
          verb.mutate(
            roundId ? { params: { id: roundId }, version, body: read } : { version, body: { ...read, reason } },
          )
        }
      >
        <p className="quiet">{translate('classes.formulaWords')}</p>
        <EditRows
          rows={items}
          onChange={setItems}
          remove={mayChange ? (item) => `${translate('ra.action.delete')} ${itemWord(item, translate)}` : undefined}
          columns={[
            {
              head: translate('classes.itemHead'),
              cell: (item, at) =>
                named.has(item.key) ? (
                  <Named item={item} />
                ) : (
                  <OwnItem item={item} onChange={(part) => itemAt(at, part)} />
                ),
            },
            ...(['base', 'weight'] as const).map((field) => ({
              head: translate(`classes.${field}`),
              cell: (item: Item, at: number) => (
                <input
                  className="field figure"
                  inputMode="decimal"
                  disabled={!mayChange}
                  aria-label={`${itemWord(item, translate)} ${translate(`classes.${field}`)}`}
                  aria-invalid={invalid(`/items/${at}/${field}`)}
                  value={item[field]}
                  onChange={(event) => itemAt(at, { [field]: event.target.value })}
                />
              ),
            })),
          ]}
          sums={
            <>
              <th scope="row" colSpan={2}>
                {translate('classes.sum')}
              </th>
              <td className="num">{showDecimal(sum(read.items.map(({ weight }) => weight)).toFixed())}</td>
            </>
          }
        />
        {mayChange && (
          <div className="row wrap">
            {removed.map((item) => (
              <Button key={item.key} startIcon={<Icon name="plus" />} onClick={() => setItems([...items, shown(item)])}>
                {itemWord(item, translate)}
              </Button>
            ))}
            <Button
              startIcon={<Icon name="plus" />}
              onClick={() => setItems([...items, { key: '', name: '', unit: '', base: '', weight: '' }])}
            >
              {translate('classes.addItem')}
            </Button>
          </div>
        )}
        <label className="row">
          <input
            type="checkbox"
            checked={capped}
            disabled={!mayChange}
            onChange={(event) => setCapped(event.target.checked)}
          />{' '}
          {translate('classes.cap')}
        </label>
        <EditRows
          rows={bands}
          onChange={setBands}
          remove={
            mayChange
              ? (band) => `${translate('ra.action.delete')} ${translate('classes.class', { name: band.name })}`
              : undefined
          }
          columns={[
            {
              head: translate('classes.classHead'),
              cell: (band, at) => (
                <input
                  className="field name"
                  required
                  disabled={!mayChange}
                  maxLength={20}
                  aria-label={translate('classes.className', { row: at + 1 })}
                  aria-invalid={invalid(`/bands/${at}/name`)}
                  value={band.name}
                  onChange={(event) => bandAt(at, { name: event.target.value })}
                />
              ),
            },
            {
              head: translate('classes.share'),
              cell: (band, at) => (
                <input
                  className="field figure"
                  inputMode="decimal"
                  disabled={!mayChange}
                  aria-label={`${band.name} ${translate('classes.share')}`}
                  aria-invalid={invalid(`/bands/${at}/percent`)}
                  value={band.percent}
                  onChange={(event) => bandAt(at, { percent: event.target.value })}
                />
              ),
            },
          ]}
          sums={
            <>
              <th scope="row">{translate('classes.sum')}</th>
              <td className="num">{showDecimal(sum(read.bands.map(({ percent }) => percent)).toFixed())}</td>
            </>
          }
        />
        {mayChange && (
          <Button startIcon={<Icon name="plus" />} onClick={() => setBands([...bands, { name: '', percent: '' }])}>
            {translate('classes.addClass')}
          </Button>
        )}
        <div aria-live="polite" className="stack">
          <FaultHints faults={faults} />
        </div>
        {mayChange && (
          <>
            {!roundId && <TextLine label={translate('classes.reason')} value={reason} onChange={setReason} />}
            <Note>{translate(roundId ? 'classes.formulaOfRound' : 'classes.formulaNote')}</Note>
            {verb.error !== null && <ErrorSentence error={verb.error} />}
            <Button type="submit" variant="contained" disabled={verb.isPending || faults.length > 0}>
              {translate('ra.action.save')}
            </Button>
          </>
        )}
      </GridForm>
    </SideDrawer>
  );
}

import { useTranslate } from 'ra-core';
import { itemWord, type Item, unitWord } from './useRounds.js';

export function Named({ item }: { item: Item }) {
  const translate = useTranslate();
  return (
    <>
      {itemWord(item, translate)} <div className="caption">{unitWord(item, translate)}</div>
    </>
  );
}

/** An own item is identified by its name. */
export function OwnItem({ item, onChange }: { item: Item; onChange: (part: Partial<Item>) => void }) {
  const translate = useTranslate();
  return (
    <>
      <input
        className="field name"
        required
        maxLength={60}
        aria-label={translate('classes.itemName')}
        placeholder={translate('classes.itemName')}
        value={item.name}
        onChange={(event) => onChange({ name: event.target.value, key: event.target.value })}
      />
      <input
        className="field unit"
        maxLength={30}
        aria-label={translate('classes.itemUnit')}
        placeholder={translate('classes.itemUnit')}
        value={item.unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      />
    </>
  );
}

import type { PromisedIndicator } from '@crm/domain/standards';
import Button from '@mui/material/Button';
import { clauseNames } from '@crm/domain/decisions';
import { useTranslate } from 'ra-core';
import { useEffect, useRef } from 'react';
import { useController, useFieldArray } from 'react-hook-form';
import { ClauseFields } from '../decisions/index.js';
import { newClause } from '../reference/clauseForm.js';
import { Icon } from '../parts/marks/Icon.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { clauseName } from './factWords.js';
import type { Amended } from './supplementBody.js';
import { CLAUSE_FATES } from './fates.js';
import type { ClauseLine } from './supplementClauses.js';

/**
 * 后果条款 of the contract: each stays, is reworded or ends, and new ones are added. `begun`: the drawer was opened for
 * them.
 */
export function ClauseChanges({ contract: { clauses, commitments }, begun }: { contract: Amended; begun: boolean }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: 'addedClauses' });
  const indicators = commitments.map(({ indicator }) => indicator);
  const names = clauseNames(clauses);
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // After the drawer is open and has the focus.
    const timer = begun ? setTimeout(() => place.current?.scrollIntoView(), 50) : undefined;
    return () => clearTimeout(timer);
  }, [begun]);
  return (
    <fieldset className="landfields" ref={place}>
      <legend>{translate('decisions.clausesTitle')}</legend>
      {clauses
        .filter(({ ended }) => !ended)
        .map(({ id, text }) => (
          <Line
            key={id}
            id={id}
            text={text}
            name={clauseName(translate, names.get(id) ?? '')}
            indicators={indicators}
          />
        ))}
      {fields.map((field, at) => (
        <div key={field.id} className="plotline">
          <ClauseFields prefix={`addedClauses.${at}`} indicators={indicators} />
          <div>
            <Button size="small" startIcon={<Icon name="trash" />} onClick={() => remove(at)}>
              {translate('supplements.dropClause')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button size="small" startIcon={<Icon name="plus" />} onClick={() => append(newClause(indicators))}>
          {translate('supplements.addClause')}
        </Button>
      </div>
    </fieldset>
  );
}

function Line({
  id,
  name,
  text,
  indicators,
}: {
  id: string;
  name: string;
  text: string;
  indicators: readonly PromisedIndicator[];
}) {
  const translate = useTranslate();
  const { field } = useController({ name: `clauses.${id}.fate` });
  const fate = field.value as ClauseLine['fate'];
  return (
    <div className="plotline">
      <div>
        <span className={fate === 'end' ? 'strong ended' : 'strong'}>{name}</span> <span className="quiet">{text}</span>
      </div>
      <Segmented
        value={fate}
        label={translate('supplements.clauseFate', { clause: name })}
        onChange={field.onChange}
        choices={CLAUSE_FATES.map((value) => ({ value, label: translate(`supplements.fateOfClause.${value}`) }))}
      />
      {fate === 'change' && <ClauseFields prefix={`clauses.${id}`} indicators={indicators} kept />}
    </div>
  );
}

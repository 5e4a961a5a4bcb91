import type { Consequence, MissedPromise } from '@crm/api-contract/decisions';
import type { ConsequenceBecause, ConsequenceInput } from '@crm/domain/decisions';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { countedAs, exactly } from '../../commitments/index.js';
import { counted } from '../../parts/text/money.js';
import { NONE } from '../../parts/text/numbers.js';
import { Outcomes, consequenceInWords, heldBack } from '../Outcomes.js';

type Because = Consequence['because'];

/** The names in the calculation, as in the rules. */
type TermWord = ConsequenceInput['name'] | ConsequenceBecause['formulas'][number]['gives'];
type SourceWord = ConsequenceInput['source']['kind'];

/** The calculation with its numbers in place: 500 × ( 1 − 76 % ) = 120. */
function calculation(
  { inputs, formula }: Because,
  translate: TranslateFunction,
): { name: string; text: string; result: string }[] {
  const count = counted(translate);
  const units = new Map([...inputs.map(({ name, unit }) => [name, unit] as const)]);
  const values = new Map(
    [...inputs, ...formula].flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])),
  );
  const shown = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) return name in known ? NONE : name;
    const unit = units.get(name);
    if (unit === 'day' || name === 'cureUntil') return value;
    return unit === 'percent'
      ? `${exactly(value)} %`
      : unit === 'days'
        ? translate('decisions.days', { smart_count: Number(value) })
        : exactly(countedAs(name, value, count));
  };
  const known = Object.fromEntries(inputs.map(({ name }) => [name, true]));
  return formula.map(({ name, expression }) => ({
    name,
    text: expression.split(' ').map(shown).join(' '),
    result: shown(name),
  }));
}

/**
 * The result of each clause. When opened: the wording of the clause, each number with its source, and the calculation.
 */
export function ConsequenceWhy({ missed }: { missed: MissedPromise }) {
  const translate = useTranslate();
  if (missed.consequences.length === 0) return <Outcomes missed={missed} />;
  return (
    <div className="clausewhy">
      {missed.consequences.map((one) => (
        <details key={one.clauseId}>
          <summary className={heldBack(one, translate) === null ? undefined : 'faint'}>
            {consequenceInWords(one, translate)}
            {heldBack(one, translate) !== null && <span className="caption"> {heldBack(one, translate)}</span>}
          </summary>
          <div className="quote">{one.because.clause}</div>
          {one.because.inputs.length > 0 && (
            <dl className="inputs">
              {one.because.inputs.map(({ name, value, unit, source }) => (
                <div key={name}>
                  <dt>{translate(`decisions.term.${name as TermWord}`)}</dt>
                  <dd className="num">
                    {value === null
                      ? NONE
                      : unit === 'day'
                        ? value
                        : exactly(countedAs(name, value, counted(translate)))}{' '}
                    <s>{unit === 'day' ? '' : translate(`decisions.unit.${unit}`)}</s>
                  </dd>
                  <dd className="caption">{translate(`decisions.source.${source.kind as SourceWord}`)}</dd>
                </div>
              ))}
            </dl>
          )}
          <div className="calculation">
            {calculation(one.because, translate).map(({ name, text, result }) => (
              <div key={name}>
                <span>{translate(`decisions.term.${name as TermWord}`)}</span>
                <span>{text}</span>
                <b>{result}</b>
              </div>
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}

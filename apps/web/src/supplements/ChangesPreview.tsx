import type { Contract } from '@crm/api-contract/contracts';
import type { corrections, supplements } from '@crm/api-contract/routes';
import type { SupplementPreview } from '@crm/api-contract/supplements';
import type { AskOf, BodyAsked } from '@crm/api-contract/wire';
import type { PromisedIndicator } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Hint } from '../parts/marks/Hint.js';
import { Note } from '../parts/marks/Note.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { usePreview } from '../verbs/usePreview.js';
import { LinesTable } from './LinesTable.js';

/** The routes that try a change of a signed contract. */
type Trial = typeof supplements.preview | typeof corrections.preview;
type Previewed = Omit<SupplementPreview, 'number'>;

interface Props<Route extends Trial> {
  route: Route;
  contract: Pick<Contract, 'id' | 'version'>;
  /** The change as typed; `{}`: nothing yet. */
  body: BodyAsked<Route>;
  title: string;
  /** Said while nothing is typed. */
  why: string;
}

/** Values before and after a change as typed, and the verdicts that follow; the server computes, nothing is written. */
export function ChangesPreview<Route extends Trial>({ route, contract, body, title, why }: Props<Route>) {
  const nothing = Object.keys(body as object).length === 0;
  const input = { params: { id: contract.id }, body } as unknown as AskOf<Route>;
  const { data, error } = usePreview(route, nothing ? null : input, contract.version);
  if (nothing) return <Note>{why}</Note>;
  if (error) return <ErrorSentence error={error} />;
  return data ? <PreviewShown preview={data as Previewed} title={title} /> : null;
}

/** The facts that change, and the verdicts that follow. */
function PreviewShown({ preview: { lines, verdicts, belowStandard }, title }: { preview: Previewed; title: string }) {
  const translate = useTranslate();
  return (
    <section aria-label={title} className="stack">
      <h3>{title}</h3>
      <LinesTable lines={lines} label={title} />
      {belowStandard.map((indicator) => (
        <Hint key={indicator} verdict="warning">
          {translate('supplements.below', {
            indicator: translate(`indicators.name.${indicator as PromisedIndicator}`),
          })}
        </Hint>
      ))}
      {verdicts
        .filter(({ before, after }) => before?.verdict !== after?.verdict)
        .map(({ indicator, year, before, after }) => (
          <div key={`${indicator}${year}`} className="row wrap">
            <span>
              {year} {translate(`indicators.short.${indicator as PromisedIndicator}`)}
            </span>
            {before && (
              <VerdictChip verdict={before.verdict}>{translate(`parts.verdict.${before.verdict}`)}</VerdictChip>
            )}
            <span aria-hidden>→</span>
            {after ? (
              <VerdictChip verdict={after.verdict}>{translate(`parts.verdict.${after.verdict}`)}</VerdictChip>
            ) : (
              <span className="quiet">{translate('supplements.noLonger')}</span>
            )}
          </div>
        ))}
    </section>
  );
}

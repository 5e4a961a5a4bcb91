import type { Contract } from '@crm/api-contract/contracts';
import type { corrections } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';

type Body = Omit<BodyAsked<typeof corrections.create>, 'reason'>;
type Typed = string | null | undefined;

/** The drawer as typed; an empty field is not corrected. */
export interface CorrectionForm {
  number?: Typed;
  signedOn?: Typed;
  parkId?: Typed;
  industryId?: Typed;
  amount?: Typed;
  plots?: Readonly<Record<string, { readonly areaMu?: Typed }>>;
  promises?: Readonly<Record<string, { readonly value?: Typed }>>;
  fullProductionYear?: Typed;
  fullProductionOn?: Typed;
  termFrom?: Typed;
  termTo?: Typed;
}

const text = (typed: Typed): string | undefined => typed?.trim() || undefined;

/** What the drawer asks for: amounts in 万元, areas in 亩, each commitment on the side it was promised on. */
export function correctionBody({ commitments }: Pick<Contract, 'commitments'>, form: CorrectionForm): Body {
  const given = <Name extends string>(name: Name, typed: Typed) =>
    text(typed) === undefined ? {} : ({ [name]: text(typed) } as Record<Name, string>);
  const [amount, year] = [text(form.amount), text(form.fullProductionYear)];
  const measure = Object.entries(form.plots ?? {}).flatMap(([parcelId, { areaMu }]) => {
    const value = text(areaMu);
    return value === undefined ? [] : [{ parcelId, area: { value, unit: 'mu' as const } }];
  });
  const promises = commitments.flatMap(({ indicator, master, unit }) => {
    const value = text(form.promises?.[indicator]?.value);
    if (value === undefined) return [];
    return [master === 'per-mu' ? { indicator, perMuWan: value } : { indicator, total: { value, unit } }];
  });
  return {
    ...given('number', form.number),
    ...given('signedOn', form.signedOn),
    ...given('parkId', form.parkId),
    ...given('industryId', form.industryId),
    ...(amount === undefined ? {} : { amount: { value: amount, unit: 'wan' as const } }),
    ...(measure.length > 0 ? { land: { measure } } : {}),
    ...(promises.length > 0 ? { promises } : {}),
    ...(year === undefined ? {} : { fullProductionYear: Number(year) }),
    ...given('fullProductionOn', form.fullProductionOn),
    ...given('termFrom', form.termFrom),
    ...given('termTo', form.termTo),
  };
}

type Faults = Readonly<Record<string, unknown>>;

/** Faults of the request at the fields of the drawer: `/land/measure/0/area` is the first plot that was typed. */
export function errorsOf({ land, promises, ...errors }: Faults, body: Body): Record<string, unknown> {
  const at = (lines: unknown): [number, unknown][] =>
    Object.entries((lines ?? {}) as Faults).map(([n, one]) => [Number(n), one]);
  const sentence = (fault: unknown): unknown =>
    typeof fault === 'object' && fault !== null ? sentence(Object.values(fault)[0]) : fault;
  const plots = at((land as { measure?: unknown } | undefined)?.measure).map(([n, fault]) => [
    body.land?.measure?.[n]?.parcelId,
    { areaMu: sentence(fault) },
  ]);
  const own = at(promises).map(([n, fault]) => [body.promises?.[n]?.indicator, { value: sentence(fault) }]);
  return {
    ...errors,
    ...(plots.length > 0 ? { plots: Object.fromEntries(plots) } : {}),
    ...(own.length > 0 ? { promises: Object.fromEntries(own) } : {}),
  };
}

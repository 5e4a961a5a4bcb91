/** The names of the verdicts in the bare summary and on the wire. */
const VERDICTS = { breach: 'breach', 'no-data': 'no_data', warning: 'warning', met: 'met', 'not-due': 'not_due' };

/**
 * Checks that both sides give the same contracts, verdicts and attainment for each park. A statement that calculates
 * something else would not be a comparison.
 * @param {{ product: import('./measure.mjs').Side, bare: import('./measure.mjs').Side }} sides
 */
export async function assertSameSummary({ product, bare }) {
  const ask = async (/** @type {import('./measure.mjs').Side} */ side) => {
    const [{ path }] = /** @type {[{ path: string }]} */ (side.requests);
    return (await fetch(side.url + path, { headers: await side.headers() })).json();
  };
  const ours = (await ask(product)).groups.map(told);
  const theirs = (await ask(bare)).groups.map(reckoned);
  if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`the summaries differ:\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`);
}

const INDICATORS = ['investment', 'output', 'tax'];

const told = (/** @type {any} */ group) => ({
  name: group.name,
  contracts: group.contracts,
  areaMu: Number(group.areaMu),
  below: group.belowStandard,
  verdicts: Object.keys(VERDICTS).map((verdict) => group.verdicts[verdict]),
  promised: INDICATORS.map((indicator) => Number(group[`${indicator}Wan`])),
  attainment: INDICATORS.map((indicator) => Number(group.attainmentPercent[indicator]).toFixed(6)),
});

const reckoned = (/** @type {any} */ group) => {
  const of = (/** @type {string} */ indicator) =>
    group.indicators.find((/** @type {any} */ one) => one.promised.indicator === indicator);
  return {
    name: group.name,
    contracts: group.contracts,
    areaMu: Number(group.area_mu),
    below: group.below,
    verdicts: Object.values(VERDICTS).map((column) => group[column]),
    promised: INDICATORS.map((indicator) => of(indicator).promised.promised),
    attainment: INDICATORS.map((indicator) => {
      const { actual, required } = of(indicator).kept;
      return ((actual / required) * 100).toFixed(6);
    }),
  };
};

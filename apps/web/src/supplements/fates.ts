/** What a supplement does with a parcel of the contract. */
export const PLOT_FATES = ['keep', 'measure', 'end'] as const;
export type PlotFate = (typeof PLOT_FATES)[number];

/** What it does with a clause in force. */
export const CLAUSE_FATES = ['keep', 'change', 'end'] as const;
export type ClauseFate = (typeof CLAUSE_FATES)[number];

export const correctionsEn = {
  contracts: { tabs: { corrections: 'Corrections' } },
  corrections: {
    create: 'Correct a slip',
    ask: 'Ask for the correction',
    asked: 'Asked for; it takes effect once another person agrees',
    one: 'Correction',
    why: 'Only for what was written down wrongly: the right value holds from the beginning. What changes the deal is a supplement. Fill in only what is wrong.',
    now: 'recorded: %{value}',
    amount: 'Amount of the contract',
    area: 'Area of parcel %{code}',
    reason: 'Reason for the correction',
    preview: 'Before and after',
    previewWhy: 'Fill in the right values; before, after and the verdicts concerned appear here.',
    evidenceNeeded: 'Attach the evidence, for example the page of the signed contract.',
    agreedBy: 'decided by %{who}',
    fromRow: 'from row %{row} of an import',
    state: { pending: 'Waiting', 'in-force': 'Corrected', withdrawn: 'Not corrected' },
    none: 'Nothing was corrected',
    noneWhy:
      'A slip in a signed contract is corrected here: with evidence, and another person agrees. The old value is kept.',
  },
};

/** An entry that is only ever added to (实绩, 到位资金). Once another person has verified it, it is locked. */
export interface VerifiedEntryRow {
  entered: { value: string; unit: string };
  note: string;
  entered_by: string | null;
  entered_by_name: string | null;
  verified_by_name: string | null;
  verified_at: string | null;
  corrects_id: string | null;
  correction_reason: string | null;
  known_from: string;
  known_to: string | null;
}

/** The columns of {@link VerifiedEntryRow}; the table of the entry is `t`. */
export const ENTRY_COLUMNS = `
  t.entered, t.note, t.entered_by, eb.name AS entered_by_name, vb.name AS verified_by_name, t.verified_at,
  t.corrects_id, t.correction_reason, t.known_from, t.known_to
`;

export const ENTRY_JOINS = `
  LEFT JOIN app_user eb ON eb.id = t.entered_by
  LEFT JOIN app_user vb ON vb.id = t.verified_by
`;

/** What was typed, who entered and verified it, what it corrects, and from when to when it was known. */
export const entryView = (row: VerifiedEntryRow) => ({
  entered: { value: row.entered.value, unit: row.entered.unit },
  note: row.note,
  enteredBy: row.entered_by_name,
  enteredById: row.entered_by,
  verifiedBy: row.verified_by_name,
  verifiedAt: row.verified_at,
  locked: row.verified_at !== null,
  correctsId: row.corrects_id,
  correctionReason: row.correction_reason,
  knownFrom: row.known_from,
  knownTo: row.known_to,
});

/** Who entered and who verified an entry. */
export interface EntryPeople {
  readonly enteredBy: string | null;
  readonly enteredById: string | null;
  readonly verifiedBy: string | null;
}
export const ENTRY_PEOPLE = 't.entered_by AS "enteredById", eb.name AS "enteredBy", vb.name AS "verifiedBy"';

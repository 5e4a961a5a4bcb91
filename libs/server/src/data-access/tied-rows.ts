/** Tables whose rows are tied to people, by the names of their columns. */
export interface Tied {
  /** Columns that name a person: owner, author, officer. */
  readonly people: readonly string[];
  /** The column of the enterprise. The row then also belongs to people who work with it or are assigned to it. */
  readonly enterprise?: string;
  /** The column of the contract, if the enterprise follows from it. */
  readonly contract?: string;
}

export type TiedTable =
  | 'lead'
  | 'enterprise'
  | 'contact'
  | 'investment_project'
  | 'contract'
  | 'actual'
  | 'receipt'
  | 'file'
  | 'import'
  | 'secretary_assignment'
  | 'evaluation_firm';

export const tiedTables: Readonly<Record<TiedTable, Tied>> = {
  lead: { people: ['owner_id'] },
  enterprise: { people: [], enterprise: 'id' },
  contact: { people: ['created_by'], enterprise: 'enterprise_id' },
  investment_project: { people: [], enterprise: 'enterprise_id' },
  contract: { people: ['created_by', 'officer_id'], enterprise: 'enterprise_id' },
  actual: { people: ['entered_by'], contract: 'contract_id' },
  receipt: { people: ['entered_by'], contract: 'contract_id' },
  file: { people: ['uploaded_by'] },
  import: { people: ['created_by'] },
  secretary_assignment: { people: [], enterprise: 'enterprise_id' },
  evaluation_firm: { people: [], enterprise: 'enterprise_id' },
};

import { createHash } from 'node:crypto';
import type { ImportQuestion } from '@crm/api-contract/imports';
import type { StandardEntry } from '@crm/domain/imports';
import { admitVersions, type Admission, type ProvincialStandard } from '@crm/domain/standards';
import { newId, type Rows } from '@crm/platform/db';
import { exact } from '../../data-access/index.js';
import {
  admissionsOf,
  demandVersionsFree,
  enterVersions,
  revertVersions,
  type Admitted,
  type NewVersion,
  type StoredStandard,
} from '../../standards/index.js';
import type { LedgerBook, Standing } from './ledger-book.js';

interface RowVersion extends NewVersion {
  readonly row: number;
  readonly placeName: string;
}

const fieldNames = { perMuWan: 'standard', validTo: 'validTo', documentNo: 'documentNo' } as const;

/**
 * Versions of standards: added, never rewritten. An open-ended version ends only if a person confirmed exactly that
 * one.
 */
export const standardsBook: LedgerBook<StandardEntry> = {
  async compare(rows, entries, confirmed) {
    const { admitted, question } = await admittedOf(rows, entries, confirmed);
    const standings = new Map<number, Standing>();
    for (const { row } of entries)
      standings.set(
        row,
        standingOf(
          admitted.filter(({ version }) => version.row === row),
          admitted,
        ),
      );
    return { standings, questions: question ? [question] : [] };
  },

  async enter(tx, _actor, importId, entries, { confirmed }) {
    const { admitted } = await admittedOf(tx, entries, confirmed);
    const { entered, closed } = await enterVersions(tx, importId, admitted);
    return { result: { standards: entered, closed } };
  },

  mayRevert: demandVersionsFree,
  revert: revertVersions,
};

/** The versions that a sheet would add, for the preview of affected drafts. */
export async function versionsToAdd(
  rows: Rows,
  entries: readonly StandardEntry[],
  confirmed: ReadonlySet<string>,
): Promise<Admitted<NewVersion>[]> {
  return (await admittedOf(rows, entries, confirmed)).admitted.filter(({ admission }) => admission.is === 'new');
}

async function admittedOf(
  rows: Rows,
  entries: readonly StandardEntry[],
  confirmed: ReadonlySet<string>,
): Promise<{ admitted: Admitted<RowVersion>[]; question?: ImportQuestion }> {
  const versions = entries.flatMap(versionsOf);
  const { admitted, existing } = await admissionsOf(rows, versions, false);
  if (!admitted.some(({ admission }) => admission.is === 'follows-open')) return { admitted };
  // The question shows which versions would end, counting only rows that can be entered as a whole. The answer is valid
  // for exactly these.
  const tried = admittedAs(versions, admitVersions(existing, versions, true));
  const kept = versions.filter(({ row }) =>
    tried.every(
      ({ version, admission }) => version.row !== row || admission.is === 'new' || admission.is === 'unchanged',
    ),
  );
  const closing = [
    ...admittedAs(kept, admitVersions(existing, kept, true)),
    ...tried.filter(({ version }) => !kept.includes(version)),
  ];
  const industries = new Map(
    (await rows.rows<{ id: string; name: string }>('SELECT id, name FROM industry')).map(({ id, name }) => [id, name]),
  );
  const question = closeQuestion(closing, [...existing, ...versions], industries);
  const yes = confirmed.has(question.key);
  return { admitted: yes ? closing : admitted, question: { ...question, confirmed: yes } };
}

const admittedAs = (versions: readonly RowVersion[], admissions: readonly Admission[]): Admitted<RowVersion>[] =>
  versions.map((version, at) => ({ version, admission: admissions[at]! }));

const versionsOf = (entry: StandardEntry): RowVersion[] =>
  entry.values.map(({ indicator, perMuWan, entered }) => ({
    id: newId(),
    row: entry.row,
    placeName: entry.placeName,
    indicator,
    place: entry.place,
    industry: entry.industryId,
    perMuWan,
    validFrom: entry.validFrom,
    validTo: entry.validTo,
    documentNo: entry.documentNo,
    source: entry.source,
    derived: entry.derived,
    entered,
  }));

function closeQuestion(
  closing: readonly Admitted<RowVersion>[],
  all: readonly (StoredStandard | RowVersion)[],
  industries: ReadonlyMap<string, string>,
): ImportQuestion {
  const versions = closing.flatMap(({ version, admission }) => {
    const before =
      admission.is === 'new' && admission.closes ? all.find(({ id }) => id === admission.closes) : undefined;
    if (!before || admission.is !== 'new') return [];
    return [
      {
        row: version.row,
        indicator: version.indicator,
        placeName: version.placeName,
        industryName: version.industry && (industries.get(version.industry) ?? null),
        perMuWanBefore: exact(before.perMuWan),
        perMuWan: exact(version.perMuWan),
        since: before.validFrom,
        closesOn: admission.closesOn!,
        validFrom: version.validFrom,
      },
    ];
  });
  return {
    key: `close-open:${createHash('sha256').update(JSON.stringify(versions)).digest('hex').slice(0, 16)}`,
    question: 'close-open-versions',
    figures: [],
    firms: [],
    codes: [],
    confirmed: false,
    year: null,
    days: [],
    versions,
  };
}

/** The worst version of a row decides: a row is entered as a whole or not at all. */
function standingOf(own: readonly Admitted<RowVersion>[], all: readonly Admitted<RowVersion>[]): Standing {
  const rowOf = (id: string): number | undefined => all.find(({ version }) => version.id === id)?.version.row;
  const found = own.map(({ version, admission }) => standingOfVersion(version, admission, rowOf));
  return (
    found.find(({ is }) => is === 'refused') ??
    found.find(({ is }) => is === 'differs') ??
    found.find(({ is }) => is === 'new') ?? { is: 'unchanged' }
  );
}

function standingOfVersion(
  version: ProvincialStandard,
  admission: Admission,
  rowOf: (id: string) => number | undefined,
): Standing {
  switch (admission.is) {
    case 'new':
    case 'unchanged':
      return admission;
    case 'differs':
      return {
        is: 'differs',
        code: 'standard.differs',
        facts: { validFrom: version.validFrom, fields: admission.fields.map((field) => fieldNames[field]).join(', ') },
      };
    case 'repeats':
      return { is: 'refused', code: 'standard.repeats', facts: { row: rowOf(admission.with) ?? 0 } };
    case 'follows-open':
      return {
        is: 'refused',
        code: 'standard.follows-open',
        facts: { validFrom: admission.validFrom, closesOn: admission.closesOn },
      };
    case 'overlap':
      return {
        is: 'refused',
        code: 'standard.overlap',
        facts: { validFrom: admission.validFrom, validTo: admission.validTo },
      };
  }
}

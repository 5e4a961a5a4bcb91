import type { RECEIPT_KINDS } from '@crm/api-contract/choices';
import type { Actual } from '@crm/api-contract/commitments';
import type { FileSubjectType } from '@crm/api-contract/files';
import type { Happening } from '@crm/api-contract/timeline';
import type { ApprovalKind } from '@crm/domain/approvals';
import type { MilestoneKind } from '@crm/domain/contracts';
import type { ConsequenceKind, DecisionKind } from '@crm/domain/decisions';
import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';
import type { KeyOf } from '../i18n/shape.js';
import { dayOf } from '../parts/text/days.js';
import { sayMoney, moneyIn } from '../parts/text/money.js';
import { sayQuantity } from '../reference/quantities.js';
import type { Verdict } from '../parts/marks/verdict.js';
import { showPercent } from '../parts/text/numbers.js';
import type { timelineZh } from './timeline.zh.js';
import { aboutOf, titleOf as reminderTitle, type Translate } from '../reminders/index.js';
import { factName, showFact } from '../supplements/index.js';

type Line = Happening['lines'][number];

/** The facts that have a word; the others are shown as they are. */
interface Named {
  readonly asked?: ApprovalKind;
  readonly decision?: DecisionKind;
  readonly indicator?: PromisedIndicator;
  readonly milestone?: MilestoneKind;
  readonly paper?: (typeof RECEIPT_KINDS)[number];
  readonly clause?: ConsequenceKind;
  readonly about?: FileSubjectType;
}

/** `contract.signed`: what the server tells of, each with its sentence. */
type Happened = KeyOf<Omit<typeof timelineZh.timeline.what, 'reminder' | 'verdict'>>;

const said = (value: Line[string] | undefined): string => (value === null || value === undefined ? '' : String(value));
/** A supplement may amend a whole ledger of facts; its own page lists them all. */
const LINES = 4;

const money = (wan: Line[string] | undefined, translate: Translate): string => {
  return moneyIn(translate, said(wan)) ? sayMoney(translate, said(wan)) : '';
};

/** Facts as the sentences name them. */
function named({ facts, lines }: Happening, translate: Translate): Record<string, string> {
  const { asked, decision, indicator, milestone, paper, clause, about } = facts as Named;
  const [verdict, ...others] = new Set(lines.flatMap((line) => (line.verdict ? [line.verdict as Verdict] : [])));
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, said(value)])),
    asked: asked ? translate(`approvals.kind.${asked}`, { _: asked }) : '',
    decision: decision ? translate(`decisions.kind.${decision}`, { _: decision }) : '',
    indicator: indicator ? translate(`indicators.name.${indicator}`, { _: indicator }) : '',
    milestone: milestone ? translate(`contracts.stop.${milestone}`, { _: milestone }) : '',
    paper: paper ? translate(`progress.receipts.kinds.${paper}`, { _: paper }) : '',
    clause: clause ? translate(`decisions.clause.${clause}`, { _: clause }) : '',
    about: about ? translate(`files.subject.${about}`, { _: about }) : '',
    amount: money(facts.amountWan, translate),
    was: money(facts.before, translate),
    verdict: verdict && others.length === 0 ? translate(`parts.verdict.${verdict}`) : '',
  };
}

const dueLine = ({ facts, lines }: Happening) =>
  ({ rule: said(facts.rule), dueDay: said(facts.dueDay), facts: lines[0] ?? {} }) as Parameters<typeof aboutOf>[0];

export function titleOf(event: Happening, translate: Translate): string {
  const facts = named(event, translate);
  if (event.kind === 'reminder')
    return translate('timeline.what.reminder', {
      title: reminderTitle(dueLine(event), dayOf(new Date(event.at)), translate),
    });
  if (event.kind === 'verdict')
    return translate(facts.verdict ? 'timeline.what.verdict.one' : 'timeline.what.verdict.several', facts);
  return translate(`timeline.what.${`${event.kind}.${event.what}` as Happened}`, facts);
}

const figure = ({ indicator, value }: Line, translate: Translate): string => {
  const { unit } = indicatorRules[said(indicator) as PromisedIndicator];
  return sayQuantity(translate, unit, said(value), 2);
};

function lineOf(event: Happening, line: Line, translate: Translate): string {
  const about = {
    year: said(line.year),
    indicator: line.indicator ? translate(`indicators.name.${line.indicator as PromisedIndicator}`) : '',
  };
  switch (event.kind) {
    case 'supplement':
    case 'correction':
      return translate('timeline.moved', {
        what: factName(translate, said(line.field)),
        before: showFact(translate, said(line.field), line.before as string | null),
        after: showFact(translate, said(line.field), line.after as string | null),
      });
    case 'verdict': {
      const verdict = (name: Line[string] | undefined) => translate(`parts.verdict.${name as Verdict}`);
      const change = line.before
        ? translate('timeline.moved', { what: '', before: verdict(line.before), after: verdict(line.verdict) })
        : verdict(line.verdict);
      return translate('timeline.of', {
        ...about,
        said: [change.trim(), line.percent ? showPercent(said(line.percent)) : ''].filter(Boolean).join(' '),
      });
    }
    case 'actual': {
      const value = line.before
        ? translate('timeline.moved', {
            what: '',
            before: figure({ ...line, value: line.before }, translate),
            after: figure(line, translate),
          }).trim()
        : figure(line, translate);
      return translate('timeline.of', {
        ...about,
        said: `${value}${translate('timeline.source', { source: translate(`actuals.source.${line.source as Actual['source']}`) })}`,
      });
    }
    default:
      return '';
  }
}

/** What else there is to say, each in a piece of its own. */
export function textOf(event: Happening, translate: Translate): string[] {
  const facts = named(event, translate);
  const { kind, what } = event;
  const lines = ['supplement', 'correction', 'verdict', 'actual'].includes(kind)
    ? event.lines.map((line) => lineOf(event, line, translate))
    : [];
  const more = lines.length > LINES ? [translate('timeline.moreLines', { smart_count: lines.length - LINES })] : [];
  const reason = facts.reason ?? facts.note;
  return [
    ...lines.slice(0, LINES),
    ...more,
    ...(kind === 'reminder'
      ? [aboutOf(dueLine(event), translate), translate('timeline.to', { to: facts.to ?? '' })]
      : []),
    ...(kind === 'contract' && what === 'edited'
      ? [
          (facts.fields ?? '')
            .split(' ')
            .map((field) => translate(`timeline.field.${field as keyof typeof timelineZh.timeline.field}`))
            .join(translate('parts.join')),
        ]
      : []),
    ...(kind === 'contract' && what === 'drafted' && facts.renews ? [translate('timeline.renews', facts)] : []),
    ...(['contract', 'import'].includes(kind) && facts.signedOn ? [translate('timeline.signedOn', facts)] : []),
    ...(kind === 'milestone' && what === 'reached'
      ? [translate(facts.before ? 'timeline.reachedAgain' : 'timeline.reached', facts)]
      : []),
    ...(kind === 'file' ? [translate('timeline.file', facts)] : []),
    ...(kind === 'import'
      ? [translate(`timeline.imported.${what as keyof typeof timelineZh.timeline.imported}`, facts)]
      : []),
    ...(facts.amount
      ? [
          facts.was
            ? translate('timeline.moved', { what: facts.paper ?? '', before: facts.was, after: facts.amount })
            : [facts.paper, facts.on, facts.amount].filter(Boolean).join(' '),
        ]
      : []),
    ...(facts.belowStandard === 'true' ? [translate('approvals.below')] : []),
    ...(reason
      ? [
          translate(facts.reason ? 'timeline.reason' : kind === 'approval' ? 'timeline.note' : 'timeline.remark', {
            reason,
          }),
        ]
      : []),
  ].filter(Boolean);
}

const TABS: Readonly<Partial<Record<Happening['kind'], string>>> = {
  actual: 'actuals',
  verdict: 'promises',
  decision: 'consequences',
  receipt: 'receipts',
  file: 'files',
  correction: 'corrections',
};

/** Where the record stands: a page, or a tab of this one. */
export function linkOf({ kind, what, refId }: Happening, mayReadImports: boolean): string | null {
  if (kind === 'approval') return `/approvals?case=${refId}`;
  if (kind === 'supplement') return what === 'promise' ? '?tab=changes' : `/contracts/${refId}`;
  if (kind === 'import') return mayReadImports ? `/imports/${refId}` : null;
  if (kind === 'receipt' && ['support', 'promised', 'promise-ended'].includes(what)) return '?tab=support';
  return TABS[kind] ? `?tab=${TABS[kind]}` : null;
}

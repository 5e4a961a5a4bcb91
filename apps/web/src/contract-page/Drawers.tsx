import { WhyOf, WaiveDrawer, CorrectDrawer, ReportDrawer } from '../commitments/index.js';
import { EvidenceDrawer, ExtendDrawer, ReceiptDrawer } from '../progress/index.js';
import { Clause, Decide, DecisionPapers, useMissedOf, Receive } from '../decisions/index.js';
import {
  actuals,
  commitments,
  consequenceClauses,
  corrections,
  contracts,
  decisions,
  milestoneExtensions,
  milestones,
  supplements,
  supportClauses,
} from '@crm/api-contract/routes';
import type { AskedRoute } from '@crm/api-contract/wire';
import type { ComponentType } from 'react';
import { useMay } from '../providers/abilities.js';
import { readMoment } from '../portfolio/index.js';
import { type DrawerProps, type PanelProps, useActuals, useTerms } from '../contracts/index.js';
import { MoveDrawer } from './MoveDrawer.js';
import { RenewDrawer, SupplementDrawer } from '../supplements/index.js';
import { CorrectionDrawer } from '../corrections/index.js';
import { ReachDrawer } from './ReachDrawer.js';
import { SignDialog } from './SignDialog.js';
import { SubmitDialog } from './SubmitDialog.js';
import { SupportClauseDrawer } from './SupportClauses.js';
import { SupportDrawer } from './SupportDrawer.js';

const Report = ({ search, ...props }: DrawerProps) => (
  <ReportDrawer {...props} year={search.get('year')} indicator={search.get('indicator')} />
);

function Correct({ contract, value, onClose }: DrawerProps) {
  const actual = useActuals(contract.id).data?.find(({ id }) => id === value);
  const may = useMay();
  return actual && may(actuals.correct, actual) ? <CorrectDrawer actual={actual} onClose={onClose} /> : null;
}

const useOwnTerms = ({ commitments }: DrawerProps['contract']) =>
  useTerms(commitments.map(({ commitmentId }) => commitmentId));

function Waive({ contract, value, search, today, onClose }: DrawerProps) {
  const commitment = useOwnTerms(contract).find(({ id }) => id === value);
  return commitment ? (
    <WaiveDrawer commitment={commitment} year={search.get('year')} today={today} onClose={onClose} />
  ) : null;
}

function Reach({ contract, value, today, onClose }: DrawerProps) {
  const milestone = contract.milestones.find(({ id }) => id === value);
  return milestone ? <ReachDrawer contract={contract} milestone={milestone} today={today} onClose={onClose} /> : null;
}

/** A past day allows no decision. */
function Why({ contract, today, search, go }: PanelProps) {
  const [assessmentId, moment] = [search.get('why')!, readMoment(search, today)];
  const undecided =
    useMissedOf(contract.id).data?.some(({ id, standing }) => id === assessmentId && standing === 'open') ?? false;
  return (
    <WhyOf contract={contract} assessmentId={assessmentId} moment={moment} undecided={undecided && !moment} go={go} />
  );
}

interface Opened {
  Drawer: ComponentType<DrawerProps>;
  /** The route that it calls: whom the endpoint would refuse sees no drawer. A drawer without it only shows. */
  calls?: AskedRoute;
}

/** Name in the URL → drawer; a room adds a line. A drawer with several routes asks about them itself. */
const drawers: Readonly<Record<string, Opened>> = {
  report: { Drawer: Report, calls: actuals.create },
  correct: { Drawer: Correct },
  amend: { Drawer: CorrectionDrawer, calls: corrections.create },
  supplement: { Drawer: SupplementDrawer, calls: supplements.create },
  renew: { Drawer: RenewDrawer, calls: contracts.update },
  waive: { Drawer: Waive, calls: commitments.waive },
  submit: { Drawer: SubmitDialog, calls: contracts.submit },
  sign: { Drawer: SignDialog, calls: contracts.sign },
  move: { Drawer: MoveDrawer },
  reach: { Drawer: Reach, calls: milestones.record },
  support: { Drawer: SupportDrawer, calls: contracts.paySupport },
  promised: { Drawer: SupportClauseDrawer, calls: supportClauses.create },
  decide: { Drawer: Decide, calls: decisions.create },
  clause: { Drawer: Clause, calls: consequenceClauses.create },
  receive: { Drawer: Receive, calls: decisions.receive },
  papers: { Drawer: DecisionPapers },
  receipt: { Drawer: ReceiptDrawer },
  extend: { Drawer: ExtendDrawer, calls: milestoneExtensions.ask },
  evidence: { Drawer: EvidenceDrawer },
};

/** The drawers of the contract's page; the open one is in the URL, and closing removes it. */
export default function Drawers({ contract, today, search, go }: PanelProps) {
  const may = useMay();
  const onClose = () =>
    go(Object.fromEntries([...Object.keys(drawers), 'year', 'indicator'].map((name) => [name, null])));
  return (
    <>
      {Object.entries(drawers).map(([name, { Drawer, calls }]) => {
        const value = search.get(name);
        return value === null || (calls && !may(calls, contract)) ? null : (
          <Drawer key={name} contract={contract} value={value} search={search} today={today} onClose={onClose} />
        );
      })}
      {search.get('why') && <Why contract={contract} today={today} search={search} go={go} />}
    </>
  );
}

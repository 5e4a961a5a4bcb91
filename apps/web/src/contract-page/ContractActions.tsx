import { actuals, corrections, contracts, supplements } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { useMay, type May } from '../providers/abilities.js';
import type { Move } from './MoveDrawer.js';

type Open = Record<string, string | null>;

/** The possible actions by state and person; less frequent ones are under “more”. */
export function ContractActions({ contract, onOpen }: { contract: Contract; onOpen: (drawer: Open) => void }) {
  const translate = useTranslate();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { status } = contract;
  // A supplement only has its own approval.
  const drafting = contract.kind !== 'supplement' && status === 'draft';
  const maySign = may(contracts.sign, contract) && contract.nextToSign === 'sign';
  const live = isLive(contract.status);
  // A renewal is a new draft, for those who work on the contract.
  const mayRenew = may(supplements.renew) && may(contracts.update, contract);
  const more: { label: string; open: Open }[] = [
    ...(live && contract.kind !== 'supplement' && may(supplements.create, contract)
      ? [{ label: 'supplements.create', open: { supplement: '1' } }]
      : []),
    ...(wasSigned(status) && contract.kind !== 'supplement' && !contract.renewedBy && mayRenew
      ? [{ label: 'supplements.renew', open: { renew: '1' } }]
      : []),
    ...(wasSigned(status) && may(corrections.create, contract)
      ? [{ label: 'corrections.create', open: { amend: '1' } }]
      : []),
    ...(live && may(contracts.paySupport, contract)
      ? [{ label: 'contracts.action.support', open: { support: '1' } }]
      : []),
    ...(contract.kind === 'supplement'
      ? []
      : moves(contract, may).map((move) => ({
          label: `contracts.action.${move}`,
          open: { move },
        }))),
  ];
  return (
    <>
      {drafting && may(contracts.update, contract) && (
        <Button startIcon={<Icon name="edit" />} component={Link} to={`/contracts/${contract.id}/edit`}>
          {translate('contracts.action.edit')}
        </Button>
      )}
      {drafting && may(contracts.submit, contract) && (
        <Button variant={maySign ? 'outlined' : 'contained'} onClick={() => onOpen({ submit: '1' })}>
          {translate('contracts.action.submit')}
        </Button>
      )}
      {maySign && (
        <Button variant="contained" onClick={() => onOpen({ sign: '1' })}>
          {translate('contracts.action.sign')}
        </Button>
      )}
      {live && contract.commitments.length > 0 && may(actuals.create, contract) && (
        <Button startIcon={<Icon name="plus" />} onClick={() => onOpen({ report: '1' })}>
          {translate('contracts.action.report')}
        </Button>
      )}
      <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
        {translate('overview.print')}
      </Button>
      {more.length > 0 && (
        <>
          <Button
            endIcon={<Icon name="down" />}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            {translate('contracts.action.more')}
          </Button>
          <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
            {more.map(({ label, open }) => (
              <MenuItem
                key={label}
                onClick={() => {
                  setAnchor(null);
                  onOpen(open);
                }}
              >
                {translate(label)}
              </MenuItem>
            ))}
          </Menu>
        </>
      )}
    </>
  );
}

/** Transitions with an action of their own. */
const moves = (contract: Contract, may: May): readonly Move[] => {
  const { status } = contract;
  const open = status === 'draft' || status === 'in-review';
  return [
    ...(status === 'in-review' && may(contracts.withdraw, contract) ? (['withdraw'] as const) : []),
    ...(status === 'signed' && may(contracts.perform, contract) ? (['perform'] as const) : []),
    ...(status === 'performing' && may(contracts.complete, contract) ? (['complete'] as const) : []),
    ...(isLive(status) && may(contracts.terminate, contract) ? (['terminate'] as const) : []),
    ...(open && may(contracts.void, contract) ? (['void'] as const) : []),
  ];
};

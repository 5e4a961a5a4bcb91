import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { useAbility } from '../providers/abilities.js';
import type { Move } from './MoveDrawer.js';

type Open = Record<string, string | null>;

/** The possible actions by state and person; less frequent ones are under “more”. */
export function ContractActions({ contract, onOpen }: { contract: Contract; onOpen: (drawer: Open) => void }) {
  const translate = useTranslate();
  const ability = useAbility();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { status } = contract;
  // A supplement only has its own approval.
  const drafting = contract.kind !== 'supplement' && status === 'draft';
  const mayUpdate = ability.can('update', 'Contract');
  const mayDecide = ability.can('decide', 'Contract');
  const maySign = ability.can('sign', 'Contract') && contract.nextToSign === 'sign';
  const live = isLive(contract.status);
  const more: { label: string; open: Open }[] = [
    ...(live && contract.kind !== 'supplement' && mayUpdate
      ? [{ label: 'supplements.create', open: { supplement: '1' } }]
      : []),
    ...(wasSigned(status) && contract.kind !== 'supplement' && !contract.renewedBy && ability.can('create', 'Contract')
      ? [{ label: 'supplements.renew', open: { renew: '1' } }]
      : []),
    ...(wasSigned(status) && ability.can('correct', 'Contract')
      ? [{ label: 'corrections.create', open: { amend: '1' } }]
      : []),
    ...(live && mayDecide ? [{ label: 'contracts.action.support', open: { support: '1' } }] : []),
    ...(contract.kind === 'supplement'
      ? []
      : moves(contract, { mayUpdate, mayDecide }).map((move) => ({
          label: `contracts.action.${move}`,
          open: { move },
        }))),
  ];
  return (
    <>
      {drafting && mayUpdate && (
        <Button startIcon={<Icon name="edit" />} component={Link} to={`/contracts/${contract.id}/edit`}>
          {translate('contracts.action.edit')}
        </Button>
      )}
      {drafting && mayUpdate && (
        <Button variant={maySign ? 'outlined' : 'contained'} onClick={() => onOpen({ submit: '1' })}>
          {translate('contracts.action.submit')}
        </Button>
      )}
      {maySign && (
        <Button variant="contained" onClick={() => onOpen({ sign: '1' })}>
          {translate('contracts.action.sign')}
        </Button>
      )}
      {live && contract.commitments.length > 0 && ability.can('create', 'Actual') && (
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
const moves = (
  { status }: Contract,
  { mayUpdate, mayDecide }: { mayUpdate: boolean; mayDecide: boolean },
): readonly Move[] => [
  ...(status === 'in-review' && mayUpdate ? (['withdraw'] as const) : []),
  ...(status === 'signed' && mayDecide ? (['perform'] as const) : []),
  ...(status === 'performing' && mayDecide ? (['complete'] as const) : []),
  ...(isLive(status) && mayDecide ? (['terminate'] as const) : []),
  ...((status === 'draft' || status === 'in-review') && mayUpdate ? (['void'] as const) : []),
];

import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../parts/Icon.js';
import { useAbility } from '../../providers/abilities.js';

type Open = Record<string, string | null>;

/** What may be done with it now, by its state and by who asks; the rest of the moves under “more”. */
export function ContractActions({ contract, onOpen }: { contract: Contract; onOpen: (drawer: Open) => void }) {
  const translate = useTranslate();
  const ability = useAbility();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const signed = wasSigned(contract.status);
  const live = isLive(contract.status);
  const more: { label: string; open: Open }[] = [
    ...(live && contract.commitments[0] && ability.can('approve', 'Commitment') ? [{ label: 'contracts.action.amend', open: { amend: contract.commitments[0].commitmentId } }] : []),
    ...(live && ability.can('decide', 'Contract') ? [{ label: 'contracts.action.support', open: { support: '1' } }] : []),
  ];
  return (
    <>
      {!signed && ability.can('update', 'Contract') && (
        <Button startIcon={<Icon name="edit" />} component={Link} to={`/contracts/${contract.id}/edit`}>
          {translate('contracts.action.edit')}
        </Button>
      )}
      {!signed && ability.can('sign', 'Contract') && (
        <Button variant="contained" onClick={() => onOpen({ sign: '1' })}>
          {translate('contracts.action.sign')}
        </Button>
      )}
      {live && contract.commitments.length > 0 && ability.can('create', 'Actual') && (
        <Button startIcon={<Icon name="plus" />} onClick={() => onOpen({ report: '1' })}>
          {translate('contracts.action.report')}
        </Button>
      )}
      <Button startIcon={<Icon name="print" />} onClick={() => window.print()}>
        {translate('performance.print')}
      </Button>
      {more.length > 0 && (
        <>
          <Button endIcon={<Icon name="down" />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
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

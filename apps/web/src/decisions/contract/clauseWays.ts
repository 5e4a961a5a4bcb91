import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import type { useAbility } from '../../providers/abilities.js';

type Asked = Pick<Contract, 'status' | 'signedBy'>;

/**
 * Signed here, its clauses change by a supplement alone; what a ledger brought signed may still be told what its paper
 * says.
 */
export const changesBySupplement = ({ status, signedBy }: Asked): boolean => wasSigned(status) && signedBy !== null;

type Ability = ReturnType<typeof useAbility>;

/** May a clause be written down as such? */
export const mayWriteClause = (contract: Asked, ability: Ability): boolean =>
  contract.status === 'draft'
    ? ability.can('create', 'Commitment')
    : wasSigned(contract.status) && !changesBySupplement(contract) && ability.can('approve', 'Commitment');

/** May a supplement be asked for that changes them? */
export const mayAmendClauses = ({ status }: Asked, ability: Ability): boolean =>
  isLive(status) && ability.can('update', 'Contract');

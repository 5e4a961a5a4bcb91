import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import type { useAbility } from '../../providers/abilities.js';

type Asked = Pick<Contract, 'status' | 'signedBy'>;

/**
 * A contract signed here changes its clauses only by a supplement; for one recorded as signed, missing clauses can be
 * added.
 */
export const changesBySupplement = ({ status, signedBy }: Asked): boolean => wasSigned(status) && signedBy !== null;

type Ability = ReturnType<typeof useAbility>;

/** Whether a clause may be added directly. */
export const mayWriteClause = (contract: Asked, ability: Ability): boolean =>
  contract.status === 'draft'
    ? ability.can('create', 'Commitment')
    : wasSigned(contract.status) && !changesBySupplement(contract) && ability.can('approve', 'Commitment');

/** Whether a supplement that changes them may be requested. */
export const mayAmendClauses = ({ status }: Asked, ability: Ability): boolean =>
  isLive(status) && ability.can('update', 'Contract');

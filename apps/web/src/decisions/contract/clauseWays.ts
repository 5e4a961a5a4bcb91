import { consequenceClauses, supplements } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive, wasSigned } from '@crm/domain/contracts';
import type { May } from '../../providers/abilities.js';

type Asked = Pick<Contract, 'status' | 'signedBy' | 'may'>;

/**
 * A contract signed here changes its clauses only by a supplement; for one recorded as signed, missing clauses can be
 * added.
 */
export const changesBySupplement = ({ status, signedBy }: Pick<Asked, 'status' | 'signedBy'>): boolean =>
  wasSigned(status) && signedBy !== null;

/** Whether a clause may be added directly. */
export const mayWriteClause = (contract: Asked, may: May): boolean =>
  contract.status === 'draft'
    ? may(consequenceClauses.create, contract)
    : wasSigned(contract.status) && !changesBySupplement(contract) && contract.may.includes('approve Commitment');

/** Whether a supplement that changes them may be requested. */
export const mayAmendClauses = (contract: Asked, may: May): boolean =>
  isLive(contract.status) && may(supplements.create, contract);

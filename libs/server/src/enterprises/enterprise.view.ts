import { maskedPhone } from '@crm/domain/enterprises';
import type { Contact, Enterprise } from '@crm/api-contract/enterprises';
import type { ShownOf } from '@crm/platform/db';
import { shaped } from '../data-access/index.js';
import { contactTable, enterpriseTable } from './enterprise.entity.js';

/**
 * 待补全: to be founded; foreign without its country or number; or under a signed contract without a credit code.
 */
export const INCOMPLETE = `(
  CASE t.standing
    WHEN 'to-be-founded' THEN true
    WHEN 'foreign' THEN t.registration_country IS NULL OR t.registration_no IS NULL
    ELSE t.credit_code IS NULL AND EXISTS (SELECT 1 FROM contract c WHERE c.enterprise_id = t.id AND c.signed_on IS NOT NULL)
  END
)`;

export interface EnterpriseRow extends ShownOf<typeof enterpriseTable> {
  readonly incomplete: boolean;
  readonly parkName: string | null;
  readonly industryName: string | null;
}

export const ENTERPRISE_COLUMNS = `
  ${enterpriseTable.columns('t')}, p.name AS "parkName", i.name AS "industryName", ${INCOMPLETE} AS incomplete
`;
export const ENTERPRISE_JOINS = `
  LEFT JOIN park p ON p.id = t.park_id
  LEFT JOIN industry i ON i.id = t.industry_id
`;
export const ENTERPRISE_FROM = `enterprise t ${ENTERPRISE_JOINS}`;

export const enterpriseView = (row: EnterpriseRow): Enterprise => shaped<Enterprise>()(row);

export interface ContactRow extends ShownOf<typeof contactTable> {
  /** Whether the reader works with the enterprise. */
  readonly known: boolean;
}

export const contactView = ({ known, ...contact }: ContactRow): Contact =>
  shaped<Contact>()({
    ...contact,
    phone: known ? contact.phone : maskedPhone(contact.phone),
    phoneMasked: !known && contact.phone !== '',
  });

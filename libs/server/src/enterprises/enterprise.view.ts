import { maskedPhone } from '@crm/domain/enterprises';
import type { Contact, Enterprise } from '@crm/api-contract/enterprises';

export interface EnterpriseRow {
  id: string;
  name: string;
  short_name: string;
  credit_code: string | null;
  park_id: string | null;
  park_name: string | null;
  industry_id: string | null;
  industry_name: string | null;
  address: string;
  created_at: string;
  updated_at: string;
  demo: boolean;
  version: number;
}

export const ENTERPRISE_COLUMNS = `t.id, t.name, t.short_name, t.credit_code, t.park_id, p.name AS park_name, t.industry_id, i.name AS industry_name,
   t.address, t.created_at, t.updated_at, t.demo, t.version`;
export const ENTERPRISE_FROM =
  'enterprise t LEFT JOIN park p ON p.id = t.park_id LEFT JOIN industry i ON i.id = t.industry_id';

export const enterpriseView = (row: EnterpriseRow): Enterprise => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  creditCode: row.credit_code,
  parkId: row.park_id,
  parkName: row.park_name ?? null,
  industryId: row.industry_id,
  industryName: row.industry_name ?? null,
  address: row.address,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  demo: row.demo,
  version: row.version,
});

export interface ContactRow {
  id: string;
  enterprise_id: string;
  name: string;
  title: string;
  phone: string;
  note: string;
  version: number;
  /** The reader works with the firm. */
  known: boolean;
}

export const contactView = (row: ContactRow): Contact => ({
  id: row.id,
  enterpriseId: row.enterprise_id,
  name: row.name,
  title: row.title,
  phone: row.known ? row.phone : maskedPhone(row.phone),
  phoneMasked: !row.known && row.phone !== '',
  note: row.note,
  version: row.version,
});

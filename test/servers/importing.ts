import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imports, type Import } from '@crm/api-contract/imports';
import type { Client } from './client.js';
import { eventually } from './patience.js';

const ledgers = join(__dirname, '../fixtures/ledger');
export const LEDGER = '签约项目台账2021.xlsx';
export const FIGURES = '企业经营数据2022-2025.xlsx';
export const ledgerPath = (name: string): string => join(ledgers, name);
export const ledgerFile = (name: string): Buffer => readFileSync(ledgerPath(name));

/** The form a browser sends: the kind, then the file. */
export function formOf(kind: string, name: string, content: Uint8Array): FormData {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

const moving = new Set(['uploaded', 'checking', 'committing', 'reverting']);

/** Waits until the worker is done with its step. */
export const settled = (client: Client, id: string): Promise<Import> =>
  eventually(async () => {
    const record = await client.call(imports.one, undefined, { params: { id } });
    return moving.has(record.status) ? undefined : record;
  }, 'the end of an import');

export async function uploaded(
  client: Client,
  kind: string,
  name: string,
  content: Uint8Array = ledgerFile(name),
): Promise<Import> {
  const { id } = await client.call(imports.create, formOf(kind, name, content) as never);
  return settled(client, id);
}

export async function committed(client: Client, id: string): Promise<Import> {
  await client.call(imports.commit, undefined, { params: { id } });
  return settled(client, id);
}

export async function reverted(client: Client, id: string): Promise<Import> {
  await client.call(imports.revert, undefined, { params: { id } });
  return settled(client, id);
}

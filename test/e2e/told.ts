import { users } from '@crm/api-contract/access';
import { auditEntries, type AuditEntry } from '@crm/api-contract/audit';
import type { ToldKind } from '@crm/api-contract/choices';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import type { Product } from '../servers/product.js';

/** What an auditor finds in the trail. */
export async function auditorOf(product: Product) {
  const [auditor, admin] = [await Client.signedIn(product, 'auditor'), await Client.signedIn(product, 'admin')];
  const told = async (kind: ToldKind, more: object = {}): Promise<AuditEntry[]> =>
    (await auditor.call(auditEntries.list, undefined, { query: { perPage: 200, filter: { kind, ...more } } })).data;
  return {
    auditor,
    told,
    /** Readings and refusals are written within a second, so they are waited for. */
    tells: (kind: ToldKind, more: object, matches: (entry: AuditEntry) => boolean = () => true) =>
      eventually(async () => (await told(kind, more)).find(matches), `an entry ${kind} ${JSON.stringify(more)}`),
    idOf: async (username: string): Promise<string> =>
      (await admin.call(users.list, undefined, { query: { filter: { q: username } } })).data.find(
        (one) => one.username === username,
      )!.id,
  };
}

import { ListFoot } from '../parts/tables/ListFoot.js';
import type { Address } from './useProgress.js';

interface Props {
  readonly address: Address;
  readonly page: number;
  readonly perPage: number;
  readonly data: { readonly total: number; readonly rows: readonly unknown[] };
}

/** The pages of a list whose state is in the address; nothing if one page shows all. */
export const PagesFoot = ({ address, page, perPage, data }: Props) =>
  data.total > perPage && (
    <ListFoot
      page={page}
      perPage={perPage}
      total={data.total}
      shown={data.rows.length}
      onPage={(next) => address.set({ page: next === 1 ? null : String(next) })}
    />
  );

import { creditCode, matchingName, normaliseCreditCode, storedName } from '@crm/domain/enterprises';
import { checkAll } from '@crm/domain/refusal';
import { pinyinOf } from './pinyin-of.js';

export interface TypedIdentity {
  readonly name: string;
  readonly creditCode?: string | null | undefined;
  /** Who saw the code in the register although it fails its check; it is then stored as it is. */
  readonly creditCodeSeenBy?: string | null | undefined;
}

/** Name and code as stored, with the texts for search and matching. Refuses `uscc.check` and `text.*`, all at once. */
export function enterpriseIdentity(
  typed: TypedIdentity,
  fields: { readonly name: string; readonly creditCode: string } = { name: 'name', creditCode: 'creditCode' },
) {
  const checked = checkAll({
    [fields.name]: () => storedName(typed.name).name,
    [fields.creditCode]: () =>
      !typed.creditCode?.trim()
        ? null
        : typed.creditCodeSeenBy
          ? normaliseCreditCode(typed.creditCode)
          : creditCode(typed.creditCode),
  });
  const name = checked[fields.name] as string;
  return { name, matchName: matchingName(name), creditCode: checked[fields.creditCode] ?? null, ...pinyinOf(name) };
}

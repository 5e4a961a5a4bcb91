import { pinyinOf } from '../../enterprises/index.js';

export interface Ids {
  readonly park: ReadonlyMap<string, string>;
  readonly industry: ReadonlyMap<string, string>;
}

/** How a demo firm is searched and called for short. */
export const spelling = (name: string) => ({ ...pinyinOf(name), shortName: name.replace(/^海南|有限公司$/g, '') });

import { pinyinOf } from '../../enterprises/index.js';

export interface Ids {
  readonly park: ReadonlyMap<string, string>;
  readonly industry: ReadonlyMap<string, string>;
}

/** Search texts and short name of a demo enterprise. */
export const spelling = (name: string) => ({ ...pinyinOf(name), shortName: name.replace(/^海南|有限公司$/g, '') });

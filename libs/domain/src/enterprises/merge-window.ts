import { addDays, type Day } from '../days/index.js';

/** A merge can be undone until this many days after it, the last day included. */
const MERGE_UNDO_DAYS = 30;

export const undoableUntil = (mergedOn: Day): Day => addDays(mergedOn, MERGE_UNDO_DAYS);

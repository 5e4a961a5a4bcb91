import { InstantText } from '../text/DayText.js';
import { NONE } from '../text/numbers.js';

/** In a cell: who, and below it when. */
export const ByWhom = ({ name, at }: { name: string | null; at: string | null }) => (
  <span className="t-2 nw">
    {name ?? NONE}
    {at && (
      <div className="t-cap">
        <InstantText at={at} />
      </div>
    )}
  </span>
);

import { InstantText } from '../text/DayText.js';
import { NONE } from '../text/numbers.js';

/** In a cell: who, and below it when. */
export const ByWhom = ({ name, at }: { name: string | null; at: string | null }) => (
  <span className="quiet nowrap">
    {name ?? NONE}
    {at && (
      <div className="caption">
        <InstantText at={at} />
      </div>
    )}
  </span>
);

import { InstantText } from '../text/DayText.js';
import { NONE } from '../text/numbers.js';

/** A cell: who, and below it when. */
export const ByWhom = ({ name, at }: { name: string | null; at: string | null }) => (
  <td className="t-2 nw">
    {name ?? NONE}
    {at && (
      <div className="t-cap">
        <InstantText at={at} />
      </div>
    )}
  </td>
);

import { useTranslate } from 'ra-core';

/** In code points, as the server cuts it. */
const LONGEST_SEARCH = 60;

/** Whether a search text is longer than the server reads. */
export const isCut = (typed: string): boolean => [...typed.trim()].length > LONGEST_SEARCH;

/** Told wherever something is searched by a longer text: lists, palette, pickers. */
export function CutNote({ typed }: { typed: string }) {
  const translate = useTranslate();
  if (!isCut(typed)) return null;
  return (
    <span className="caption" role="status">
      {translate('parts.filter.cut', { most: LONGEST_SEARCH })}
    </span>
  );
}

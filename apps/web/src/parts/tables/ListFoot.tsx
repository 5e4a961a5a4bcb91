import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Icon } from '../marks/Icon.js';
import { showDecimal } from '../text/numbers.js';

/** Which rows of how many, and the pages. */
export function ListFoot({
  page,
  perPage,
  total,
  shown,
  onPage,
}: {
  page: number;
  perPage: number;
  total: number;
  shown: number;
  onPage: (page: number) => void;
}) {
  const translate = useTranslate();
  const from = (page - 1) * perPage + 1;
  return (
    <div className="listfoot">
      <span className="t-cap">
        {translate('ra.navigation.page_range_info', {
          offsetBegin: showDecimal(from),
          offsetEnd: showDecimal(from + shown - 1),
          total: showDecimal(total),
        })}
      </span>
      <span className="sp" />
      <IconButton
        className="edged"
        disabled={page === 1}
        aria-label={translate('ra.navigation.previous')}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="left" />
      </IconButton>
      <IconButton
        className="edged"
        disabled={from + shown > total}
        aria-label={translate('ra.navigation.next')}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" />
      </IconButton>
    </div>
  );
}

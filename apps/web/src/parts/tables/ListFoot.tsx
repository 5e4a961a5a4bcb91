import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Icon } from '../marks/Icon.js';
import { showDecimal } from '../text/numbers.js';

interface ListFootProps {
  page: number;
  perPage: number;
  total: number;
  /** How many rows stand on this page. */
  shown: number;
  onPage: (page: number) => void;
  /** Says also how many rows a page has. */
  size?: boolean;
  /** Where the total is only “at least”: whether there is more. */
  more?: boolean;
}

/** Which rows of how many, and the pages. */
export function ListFoot({ page, perPage, total, shown, onPage, size, more }: ListFootProps) {
  const translate = useTranslate();
  const from = (page - 1) * perPage + 1;
  return (
    <div className="listfoot">
      <span className="caption">
        {translate('ra.navigation.page_range_info', {
          offsetBegin: showDecimal(from),
          offsetEnd: showDecimal(from + shown - 1),
          total: showDecimal(total),
        })}
      </span>
      <span className="spacer" />
      {size && <span className="caption">{`${translate('ra.navigation.page_rows_per_page')} ${perPage}`}</span>}
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
        disabled={!(more ?? from + shown <= total)}
        aria-label={translate('ra.navigation.next')}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" />
      </IconButton>
    </div>
  );
}

import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ContractRow } from '@crm/api-contract/contracts';
import { contracts, imports } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../parts/marks/Icon.js';
import { ListPage } from '../../parts/tables/ListPage.js';
import { useAddressList } from '../../parts/tables/useAddressList.js';
import { dayOf } from '../../parts/text/days.js';
import { questionWords, useQuestion } from '../../portfolio/index.js';
import { useMay } from '../../providers/abilities.js';
import { ContractCards } from './ContractCards.js';
import { contractColumns } from './contractColumns.js';
import { ContractFilters } from './ContractFilters.js';
import { listFilter, narrowingWords, readNarrowing, sorts } from './listQuestion.js';
import { useSums } from './useSums.js';
import './list.css';

/** The table needs a wider screen, in px. */
const CARDS_BELOW = 900;

/**
 * 合同: every visible contract with its commitments and results. Filters and page are in the URL; the total row adds up
 * the filter.
 */
export default function ContractList() {
  const translate = useTranslate();
  const narrow = useMediaQuery(`(max-width:${CARDS_BELOW - 0.05}px)`, { noSsr: true });
  const [today] = useState(() => dayOf(new Date()));
  const { question, search, set } = useQuestion(today);
  const narrowing = readNarrowing(search);
  const list = useAddressList(contracts.list, {
    resource: 'contracts',
    words: [...questionWords, ...narrowingWords],
    filter: listFilter(question, narrowing),
    sort: { field: 'signedOn', order: 'DESC' },
    sorts,
    perPage: 50,
    exactTotal: true,
    largestFirst: true,
  });
  const sums = useSums(question, narrowing, list.answer);
  const may = useMay();
  const [mayCreate, mayImport] = [may(contracts.create), may(imports.create)];
  return (
    <ListPage<ContractRow>
      list={list}
      title={translate('contracts.title')}
      caption={
        narrowing.counted ? translate('contracts.countedCaption') : narrow ? undefined : translate('contracts.caption')
      }
      {...(mayCreate ? { create: { to: '/contracts/create', label: translate('contracts.create') } } : {})}
      filterRow={<ContractFilters question={question} narrowing={narrowing} today={today} set={set} />}
      columns={contractColumns(translate, question.year, sums)}
      table={{ className: 'contracts' }}
      cards={(rows) => <ContractCards rows={rows} sums={sums} />}
      cardsBelow={CARDS_BELOW}
      noneMatch={{ title: translate('contracts.noneMatch'), why: translate('contracts.noneMatchWhy') }}
      empty={{
        icon: 'contracts',
        title: translate('contracts.none'),
        why: translate('contracts.noneWhy'),
        action: mayImport && (
          <Button variant="contained" component={Link} to="/imports" startIcon={<Icon name="imports" />}>
            {translate('contracts.importLedger')}
          </Button>
        ),
      }}
    />
  );
}

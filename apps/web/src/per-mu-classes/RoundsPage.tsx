import type { BodyAsked } from '@crm/api-contract/wire';
import type { EvaluationRound } from '@crm/api-contract/per-mu-classes';
import { evaluationRounds } from '@crm/api-contract/routes';
import { ROUND_FIRMS } from '@crm/api-contract/choices';
import Button from '@mui/material/Button';
import { required, useLocale, useTranslate, type TranslateFunction } from 'ra-core';
import { NumberInput, SelectInput } from 'react-admin';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Answer } from '../parts/layout/Answer.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf, showInstant } from '../parts/text/days.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Icon } from '../parts/marks/Icon.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { FormulaDrawer } from './FormulaDrawer.js';
import { useDefaultFormula, useRounds } from './useRounds.js';
import './classes.css';

/** 亩均评价: all rounds, and the formula of the next one. */
export default function RoundsPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const [search, setSearch] = useSearchParams();
  const mayBegin = useMay()(evaluationRounds.create);
  const answer = useRounds();
  const { data } = answer;
  const formula = useDefaultFormula();
  const open = (drawer: string | null) => setSearch(drawer ? { [drawer]: '1' } : {});
  const begin = mayBegin && (
    <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => open('new')}>
      {translate('classes.begin')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={translate('classes.title')}
        caption={translate('classes.caption')}
        actions={
          <>
            <Button startIcon={<Icon name="settings" />} onClick={() => open('formula')}>
              {translate('classes.defaultFormula')}
            </Button>
            {data && data.data.length > 0 && begin}
          </>
        }
      />
      <Card flush label={translate('classes.rounds')}>
        <Answer
          answer={answer}
          rows={3}
          none={(data) =>
            data.data.length === 0 && (
              <EmptyState
                icon="reports"
                title={translate('classes.none')}
                why={translate('classes.noneWhy')}
                action={begin}
              />
            )
          }
        >
          {(data) => (
            <RowsTable<EvaluationRound>
              name="per-mu-classes"
              className="roundlist"
              label={translate('classes.rounds')}
              columns={roundColumns(translate)}
              rows={data.data}
            />
          )}
        </Answer>
      </Card>
      {search.get('new') && mayBegin && <BeginDrawer onClose={() => open(null)} />}
      {search.get('formula') && formula.data && (
        <FormulaDrawer
          key={locale}
          title={translate('classes.defaultFormula')}
          formula={formula.data}
          version={formula.data.version}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}

const countColumn = (count: 'firms' | 'scored' | 'notScorable'): RecordColumn<EvaluationRound> => ({
  source: count,
  label: `classes.${count}`,
  unit: 'classes.firmsUnit',
  number: true,
  cell: (round) => showDecimal(round[count]),
});

const roundColumns = (translate: TranslateFunction): RecordColumn<EvaluationRound>[] => [
  {
    source: 'year',
    label: 'classes.year',
    cell: ({ id, year }) => (
      <Link to={`/per-mu-classes/${id}`} aria-label={translate('classes.roundOf', { year })}>
        {year}
      </Link>
    ),
  },
  {
    source: 'status',
    label: 'classes.state',
    cell: ({ status }) => <Tag>{translate(`classes.states.${status}`)}</Tag>,
  },
  countColumn('firms'),
  countColumn('scored'),
  countColumn('notScorable'),
  {
    source: 'closedAt',
    label: 'classes.closedBy',
    className: 'quiet',
    cell: ({ closedAt, closedBy }) => (closedAt ? `${closedBy ?? ''} ${showInstant(closedAt)}` : NONE),
  },
];

function BeginDrawer({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [year] = useState(() => Number(dayOf(new Date()).slice(0, 4)) - 1);
  const rounds = useRounds();
  const { submit, error } = useVerbForm(evaluationRounds.create, {
    said: translate('classes.begun'),
    onDone: async () => {
      const made = (await rounds.refetch()).data?.data[0];
      onClose();
      if (made) void navigate(`/per-mu-classes/${made.id}`);
    },
  });
  return (
    <DrawerForm
      error={error}
      title={translate('classes.begin')}
      onClose={onClose}
      defaultValues={{ year, firms: 'with-land' }}
      onSubmit={(body: BodyAsked<typeof evaluationRounds.create>) => submit({ body })}
    >
      <NumberInput source="year" label={translate('classes.year')} validate={required()} />
      <SelectInput
        source="firms"
        label={translate('classes.firmsFrom')}
        choices={ROUND_FIRMS.map((id) => ({ id, name: `classes.from.${id}` }))}
        validate={required()}
        helperText={translate('classes.firmsHint')}
      />
    </DrawerForm>
  );
}

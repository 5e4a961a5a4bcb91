import type { ReminderRule } from '@crm/api-contract/reminders';
import { reminderRules } from '@crm/api-contract/routes';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useSearchParams } from 'react-router';
import '../../parts/fields/entry.css';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { ListPage } from '../../parts/tables/ListPage.js';
import { pastRow } from '../../parts/tables/TableCard.js';
import { useAddressList } from '../../parts/tables/useAddressList.js';
import { addressWith } from '../../parts/text/address.js';
import { RuleDrawer } from './RuleDrawer.js';
import { ruleName, whenOf } from './ruleWords.js';

/** 提醒规则: what is due, when and to whom; ?rule=… opens one with its preview. */
export default function RulesPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const list = useAddressList(reminderRules.list, {
    resource: 'reminder-rules',
    words: [],
    filter: {},
    sort: { field: 'code', order: 'ASC' },
    perPage: 200,
  });
  const rules = (list.data ?? []) as unknown as readonly ReminderRule[];
  const opened = rules.find(({ id }) => id === search.get('rule'));
  const open = (id: string | null) => setSearch(addressWith(search, { rule: id }));
  return (
    <>
      <ListPage<ReminderRule>
        list={list}
        title={translate('reminderRules.title')}
        caption={translate('reminderRules.caption')}
        columns={ruleColumns(translate, open)}
        table={{ rowSx: ({ enabled }) => (enabled ? {} : pastRow) }}
        phoneRow={(rule) => (
          <div className="phonerow">
            <span className="row">
              <Name rule={rule} onOpen={() => open(rule.id)} />
              <span className="spacer" />
              {translate(rule.enabled ? 'reminderRules.on' : 'reminderRules.off')}
            </span>
            <span className="quiet">{whenOf(rule, translate)}</span>
            <span className="quiet">{recipientsOf(rule, translate)}</span>
          </div>
        )}
        empty={{ icon: 'clock', title: translate('reminderRules.none'), why: translate('reminderRules.noneWhy') }}
        skeletonRows={12}
        print={{ scope: translate('reminderRules.title'), rule: translate('reminderRules.caption') }}
      />
      {opened && <RuleDrawer key={`${opened.id} ${opened.version}`} rule={opened} onClose={() => open(null)} />}
    </>
  );
}

function Name({ rule, onOpen }: { rule: ReminderRule; onOpen: () => void }) {
  const translate = useTranslate();
  return (
    <button type="button" className="linkish strong" onClick={onOpen}>
      {ruleName(rule.code, translate)}
    </button>
  );
}

const recipientsOf = ({ recipients }: ReminderRule, translate: TranslateFunction): string =>
  recipients.map((role) => translate(`reminderRules.role.${role}`)).join(translate('reminders.join'));

const ruleColumns = (translate: TranslateFunction, open: (id: string) => void): RecordColumn<ReminderRule>[] => [
  {
    source: 'code',
    label: 'reminderRules.rule',
    cell: (rule) => <Name rule={rule} onOpen={() => open(rule.id)} />,
    printed: ({ code }) => ruleName(code, translate),
  },
  { source: 'daysBefore', label: 'reminderRules.when', cell: (rule) => whenOf(rule, translate) },
  { source: 'recipients', label: 'reminderRules.whom', cell: (rule) => recipientsOf(rule, translate) },
  {
    source: 'channels',
    label: 'reminderRules.channel',
    cell: ({ channels }) =>
      channels.map((channel) => translate(`reminderRules.channels.${channel}`)).join(translate('reminders.join')),
  },
  {
    source: 'enabled',
    label: 'reminderRules.state',
    className: 'nowrap',
    cell: ({ enabled, version }) => (
      <>
        {translate(enabled ? 'reminderRules.on' : 'reminderRules.off')}{' '}
        <span className="caption">{translate('reminderRules.version', { version })}</span>
      </>
    ),
  },
];

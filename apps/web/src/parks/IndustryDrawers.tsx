import type { Industry, IndustryChain } from '@crm/api-contract/parks';
import { useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { EntryDrawer, NAMES, NameFields } from './EntryDrawer.js';
import { NamesInput } from './NamesInput.js';

/** Named again, since the page uses the types of the wire but does not load its validator. */
const tasks = ['strengthen', 'fill', 'extend'] as const satisfies readonly NonNullable<Industry['task']>[];

interface Props<Entry> {
  /** undefined: a new one. */
  entry: Entry | undefined;
  chains: readonly IndustryChain[];
  onClose: () => void;
}

/** An industry; choosing another chain moves it. */
export function IndustryDrawer({ entry, chains, onClose }: Props<Industry>) {
  const translate = useTranslate();
  return (
    <EntryDrawer
      resource="industries"
      id={entry?.id}
      title={entry?.name ?? translate('industries.add')}
      onClose={onClose}
      begin={{ ...NAMES, chainId: null, task: null, aliases: [] }}
    >
      <NameFields />
      <SelectInput
        source="chainId"
        label={translate('industries.chain')}
        choices={chains.filter((chain) => !chain.closedFrom || chain.id === entry?.chainId)}
        optionText="name"
        translateChoice={false}
        emptyText={translate('industries.noChain')}
      />
      <SelectInput
        source="task"
        label={translate('industries.task')}
        choices={tasks.map((id) => ({ id, name: `industries.tasks.${id}` }))}
      />
      <NamesInput source="aliases" label={translate('industries.aliases')} hint={translate('industries.aliasesHint')} />
    </EntryDrawer>
  );
}

/** A chain; choosing another one above moves it with everything below. */
export function ChainDrawer({ entry, chains, onClose }: Props<IndustryChain>) {
  const translate = useTranslate();
  return (
    <EntryDrawer
      resource="industry-chains"
      id={entry?.id}
      title={entry?.name ?? translate('industries.addChain')}
      onClose={onClose}
      begin={{ ...NAMES, parentId: null, chief: '', goal: '' }}
    >
      <NameFields />
      <SelectInput
        source="parentId"
        label={translate('industries.below')}
        choices={chains.filter(({ id }) => id !== entry?.id)}
        optionText="name"
        translateChoice={false}
        emptyText={translate('industries.top')}
      />
      <TextInput source="chief" label={translate('industries.chief')} autoComplete="off" />
      <TextInput
        source="goal"
        label={translate('industries.goal')}
        helperText={translate('industries.goalHint')}
        autoComplete="off"
      />
    </EntryDrawer>
  );
}

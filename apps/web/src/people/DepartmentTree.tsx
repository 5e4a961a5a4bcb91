import { departments } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Answer } from '../parts/layout/Answer.js';
import { Icon } from '../parts/marks/Icon.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import type { useDepartments } from './useDepartments.js';

interface Props {
  of: ReturnType<typeof useDepartments>;
  /** The chosen department; null: everybody. */
  value: string | null;
  onChoose: (id: string | null) => void;
  onAdd: () => void;
  onEdit: (id: string) => void;
}

/** 部门: a tree that filters the list beside it; each with the people in it and below. */
export function DepartmentTree({ of: { answer, tree, closed }, value, onChoose, onAdd, onEdit }: Props) {
  const translate = useTranslate();
  const may = useMay();
  const reopen = useVerb(departments.reopen, { said: translate('people.reopened') });
  const name = (id: string | null, label: string, depth: number, total?: number) => (
    <button
      type="button"
      className="branchname"
      style={{ paddingLeft: 12 + depth * 16 }}
      aria-current={value === id ? 'true' : undefined}
      onClick={() => onChoose(id)}
    >
      <span className="ellipsis" title={label}>
        {label}
      </span>
      <span className="spacer" />
      {total !== undefined && <span className="count">{total}</span>}
    </button>
  );
  return (
    <nav className="card departments" aria-label={translate('people.departments')}>
      <div className="cardhead">
        <h2>{translate('people.departments')}</h2>
        <span className="spacer" />
        {may(departments.create) && (
          <IconButton
            aria-label={translate('people.departmentAdd')}
            title={translate('people.departmentAdd')}
            onClick={onAdd}
          >
            <Icon name="plus" />
          </IconButton>
        )}
      </div>
      <Answer answer={answer} rows={4}>
        {() => (
          <ul>
            <li>{name(null, translate('people.everybody'), 0)}</li>
            {tree.map((branch) => (
              <li key={branch.id} className={branch.id === value ? 'on' : undefined}>
                {name(branch.id, branch.name, branch.depth, branch.total)}
                {branch.id === value && may(departments.update) && (
                  <IconButton
                    aria-label={`${translate('people.departmentEdit')} ${branch.path}`}
                    title={translate('people.departmentEdit')}
                    onClick={() => onEdit(branch.id)}
                  >
                    <Icon name="edit" />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {closed.length > 0 && (
        <details>
          <summary className="caption">{`${translate('people.closedOnes')} ${closed.length}`}</summary>
          <ul>
            {closed.map(({ id, name: was }) => (
              <li key={id}>
                <span className="branchname ellipsis quiet">{was}</span>
                {may(departments.reopen) && (
                  <Button size="small" onClick={() => reopen.mutate({ params: { id } })}>
                    {translate('people.reopen')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

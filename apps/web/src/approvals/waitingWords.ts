import type { Approval } from '@crm/api-contract/approvals';

export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Who must decide: 管理者, or the named people, joined as the language joins. */
export const waitingWords = ({ waitingFor }: Pick<Approval, 'waitingFor'>, translate: Translate): string =>
  waitingFor
    .map(({ role, people }) =>
      role === null
        ? people.map(({ name }) => name).join(translate('approvals.or'))
        : translate(`approvals.role.${role}`),
    )
    .join(translate('approvals.and'));

/** 第 1/2 级: the current level; a decided case says so. */
export const levelWords = (
  { state, level, levels }: Pick<Approval, 'state' | 'level' | 'levels'>,
  translate: Translate,
): string =>
  state === 'pending' ? translate('approvals.level', { level, levels }) : translate(`approvals.state.${state}`);

import { framed, padTo, widthOf } from './say.mjs';

const ROLES = /** @type {Record<string, string>} */ ({
  admin: '系统管理员 administrator',
  manager: '管委会领导 manager',
  officer: '招商专员 officer',
  secretary: '企业秘书 secretary',
  auditor: '审计员 auditor',
});

/**
 * The framed message at the end of a start.
 * @param {{ address: string, dataDir: string, postgres: { outside: boolean, home: string } | undefined, seeded:
 * import('./demo.mjs').Seeded | undefined, password: string | undefined, seconds: string, link: string | undefined }}
 * facts
 */
export function welcome({ address, dataDir, postgres, seeded, password, seconds, link }) {
  const line = (/** @type {string} */ label, /** @type {string} */ value) => `${padTo(label, 26)}${value}`;
  const lines = [
    `招商 CRM 已启动（${seconds} 秒）  ·  The CRM is running`,
    '-',
    line('网址 Address', address),
    line('接口文档 API docs', `${address}/api/docs`),
  ];
  if (seeded?.accounts.length) {
    lines.push('-');
    if (password && seeded.hasPassword) lines.push(line('登录密码 Password', password), '');
    const nameWidth = Math.max(...seeded.accounts.map(({ name }) => widthOf(name))) + 2;
    // One account per role, but two managers: nobody can approve their own request.
    const named = /** @type {string[]} */ ([]);
    for (const account of seeded.accounts) {
      if (named.filter((role) => role === account.role).length >= (account.role === 'manager' ? 2 : 1)) continue;
      named.push(account.role);
      lines.push(line(account.username, `${padTo(account.name, nameWidth)}${ROLES[account.role] ?? account.role}`));
    }
  }
  if (link)
    lines.push(
      '-',
      '还没有管理员：打开下面的链接，24 小时内有效，只能用一次',
      'Nobody is administrator yet: open the link below, valid for 24 hours, once',
      line('再打印一个 Print it again', 'npm run setup-link'),
    );
  lines.push('-', line('数据目录 Data', dataDir));
  if (postgres?.outside) lines.push(line('数据库 Database files', postgres.home));
  lines.push(line('日志 Logs', `${dataDir}/log`));
  if (seeded?.demo === '1' && !seeded.cleared) lines.push(line('清除演示数据 Clear demo', 'npm run demo:clear'));
  lines.push(line('停止 Stop', 'Ctrl-C'));
  return framed(lines);
}

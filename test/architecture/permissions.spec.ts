import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsTable } from '@crm/api-contract/permissions';
import { ROOT, textOf } from './source-files.js';

const PAGE = 'docs/permissions.md';

/** Without the padding that Prettier gives to tables. */
const unpadded = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim();

/** With `WRITE=1` it writes the page; Prettier makes it fit. */
describe('docs/permissions.md', () => {
  it('says what the table says', () => {
    const page = textOf(PAGE);
    const head = page.slice(0, page.indexOf('## 中文'));
    const written = `${head}## 中文\n\n${permissionsTable('zh')}\n\n## English\n\n${permissionsTable('en')}\n`;
    if (process.env.WRITE === '1') writeFileSync(join(ROOT, PAGE), written);
    expect(unpadded(textOf(PAGE))).toBe(unpadded(written));
  });
});

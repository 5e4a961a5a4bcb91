import 'reflect-metadata';
import { ConfigurationError } from '@crm/platform/config';
import { runProcess } from '@crm/server/operations';
import { wasSeeded } from '@crm/server/seed';
import { createApp } from './create-app.js';
import { closeWithNotice } from './http/closing.js';

runProcess({
  name: 'api',
  needs: ['JWT_SECRET', 'AUDIT_KEY'],
  drainMs: 10_000,
  compose: async (config, log, database) => {
    // The API loads no demo data; it only lists the demo accounts. Without loaded data, DEMO would mislead.
    if (config.demo !== '0' && !(await wasSeeded(database)))
      throw new ConfigurationError(
        `DEMO=${config.demo}：数据库中没有演示数据，请先运行一次 node apps/api/dist/seed.js，或设 DEMO=0 (no demo data in the database: run node apps/api/dist/seed.js once, or set DEMO=0)`,
      );
    const app = await createApp(config, log, database);
    return {
      work: async () => {
        await app.listen(config.port, config.host);
        log.info({ address: await app.getUrl() }, 'listening');
      },
      stop: () => closeWithNotice(app, config),
    };
  },
});

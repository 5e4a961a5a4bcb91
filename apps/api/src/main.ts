import 'reflect-metadata';
import { runProcess } from '@crm/server/operations';
import { createApp } from './create-app.js';

runProcess({
  name: 'api',
  needs: ['JWT_SECRET'],
  drainMs: 10_000,
  compose: async (config, log, database) => {
    const app = await createApp(config, log, database);
    return {
      work: async () => {
        await app.listen(config.port, config.host);
        log.info({ address: await app.getUrl() }, 'listening');
      },
      stop: () => app.close(),
    };
  },
});

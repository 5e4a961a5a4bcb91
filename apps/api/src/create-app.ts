import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@crm/platform/config';
import type { Database } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { AppModule } from './app.module.js';
import { serveDocument } from './http/document.js';
import { proveRoutes } from './http/prove-routes.js';
import { createAdapter, dress } from './http/server.js';
import { serveWeb } from './http/web-files.js';

export async function createApp(config: Config, log: Logger, database: Database): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(config, log, database),
    createAdapter(config, log),
    { logger: ['error', 'fatal'], bodyParser: false, abortOnError: false },
  );
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  proveRoutes(app);
  await dress(app, config, log);
  serveDocument(app, config, log);
  await serveWeb(app, config.webDist, log);
  await app.init();
  return app;
}

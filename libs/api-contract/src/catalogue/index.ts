export { allRoutes, catalogue } from './catalogue.js';
export { openApiDocument } from './openapi.js';
export { routesModule } from './routes-module.js';
export { routeWordsModule } from './route-words.js';

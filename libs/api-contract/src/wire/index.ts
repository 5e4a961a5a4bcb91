export type { AnswerOf, AskOf, AskedRoute, AskedRoutes, BodyAsked, FilterAsked, QueryOf } from './asked-route.js';
export { COSTLY, type Costly } from './costly.js';
export { listQuery, pageAsked, pageOf, paged, perPage, withinReach, type ListQuery } from './list-query.js';
export { Problem } from './problem.js';
export { route, type BodyOf, type InputOf, type ResponseOf, type RouteContract } from './route.js';
export {
  coded,
  day,
  decimal,
  decimalOut,
  id,
  instant,
  line,
  may,
  note,
  searched,
  text,
  version,
  year,
} from './scalars.js';

export { isEnd, move, reachable, type Lifecycle } from './lifecycle.js';

import { toldOnceThrough } from './reminders/told-once.js';

describe('reminders through a queue on redis', () => toldOnceThrough('redis'));

import { toldOnceThrough } from './reminders/told-once.js';

describe('reminders through a queue on postgres', () => toldOnceThrough('postgres'));

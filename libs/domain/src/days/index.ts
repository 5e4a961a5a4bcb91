export * from './day.js';
export * from './working-days.js';
export * from './announced-working-years.js';

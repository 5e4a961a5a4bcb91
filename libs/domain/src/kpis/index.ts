export * from './kpi-value.js';

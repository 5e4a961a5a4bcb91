export * from './indicators.js';
export * from './provincial-standard.js';
export * from './provincial-standard.example.js';
export * from './admit-versions.js';

export * from './assignment.js';
export * from './coverage.js';
export * from './assignment.example.js';

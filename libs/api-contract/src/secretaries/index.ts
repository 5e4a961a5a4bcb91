export { Coverage, Secretary, SecretaryAssignment, secretaries, secretaryAssignments } from './secretaries.contract.js';

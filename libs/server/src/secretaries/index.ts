export { secretaryAssignmentTable } from './secretary.entity.js';
export { AssignmentsService } from './assignments.service.js';
export { CoverageService } from './coverage.service.js';
export { SecretariesModule } from './secretaries.module.js';
export { assignmentFollower } from './merge-assignments.js';
export { heldAssignments } from './held-assignments.js';

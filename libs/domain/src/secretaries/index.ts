export {
  admitAssignment,
  assignmentRoles,
  handOver,
  secretaryKinds,
  type AssignmentRole,
  type SecretaryAssignment,
  type SecretaryKind,
} from './assignment.js';
export { coverage, defaultVisitsPerWeek, visitQuota, type SiteVisit, type VisitQuota } from './coverage.js';
export { joinedAssignments } from './joined-assignments.js';

export {
  defaultStepPlan,
  recipientRoles,
  reminderSteps,
  type DueItem,
  type RecipientRole,
  type Step,
  type StepPlan,
  type Subject,
} from './due-item.js';

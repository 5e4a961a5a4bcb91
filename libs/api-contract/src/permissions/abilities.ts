import { AbilityBuilder, createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';

export const ROLES = ['admin', 'manager', 'officer', 'secretary', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done to a record. A business step is a separate action if not every editor may do it. */
export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'delete'
  | 'sign'
  | 'approve'
  | 'verify'
  | 'decide'
  | 'assign'
  | 'import'
  | 'export'
  | 'unmask'
  | 'manage';

export type Subject =
  | 'ApiKey'
  | 'AssessmentDefault'
  | 'Park'
  | 'Industry'
  | 'ProvincialStandard'
  | 'WorkingDay'
  | 'Department'
  | 'User'
  | 'Session'
  | 'Enterprise'
  | 'Contact'
  | 'Lead'
  | 'FollowUp'
  | 'InvestmentProject'
  | 'Contract'
  | 'Parcel'
  | 'Commitment'
  | 'Actual'
  | 'Assessment'
  | 'Milestone'
  | 'SecretaryAssignment'
  | 'Visit'
  | 'ServiceRequest'
  | 'Reminder'
  | 'ReminderRule'
  | 'Import'
  | 'Portfolio'
  | 'AuditEntry'
  | 'File'
  | 'ChecklistItem'
  | 'LightBands'
  | 'PaceTarget'
  | 'Approval'
  | 'ApprovalPolicy'
  | 'Evaluation'
  | 'EvaluationFormula'
  | 'Receipt'
  | 'MilestoneExtension'
  | 'CheckUp'
  | 'CheckUpLimit'
  | 'all';

export type Ability = MongoAbility<[Action, Subject]>;
export type Rule = RawRuleOf<Ability>;

const reference: Subject[] = [
  'AssessmentDefault',
  'Park',
  'Industry',
  'ProvincialStandard',
  'WorkingDay',
  'Department',
  'User',
  'LightBands',
  'EvaluationFormula',
  'ChecklistItem',
];
const business: Subject[] = [
  'Enterprise',
  'Contact',
  'Lead',
  'FollowUp',
  'InvestmentProject',
  'Contract',
  'Parcel',
  'Commitment',
  'Actual',
  'Assessment',
  'Milestone',
  'SecretaryAssignment',
  'Visit',
  'ServiceRequest',
  'File',
  'PaceTarget',
  'Receipt',
  'MilestoneExtension',
  'CheckUp',
  'Evaluation',
];

type Grant = (can: AbilityBuilder<Ability>['can']) => void;

/**
 * Who may do what. Which rows they may see is decided by each store (`visibleTo`). What is not listed is not allowed.
 */
const grants: Readonly<Record<Role, Grant>> = {
  admin: (can) => can('manage', 'all'),
  manager: (can) => {
    can('read', ['Approval', 'ApprovalPolicy']);
    can(['approve', 'update'], 'Approval');
    can('read', [...reference, ...business, 'Portfolio', 'Reminder', 'ReminderRule', 'Import']);
    can(
      ['create', 'update'],
      [
        'Enterprise',
        'Contact',
        'Lead',
        'FollowUp',
        'InvestmentProject',
        'Contract',
        'Parcel',
        'Commitment',
        'Actual',
        'Milestone',
        'Visit',
        'ServiceRequest',
        'File',
        'PaceTarget',
        'Evaluation',
      ],
    );
    can(['sign', 'approve', 'decide'], ['Contract', 'Commitment', 'Milestone', 'Assessment']);
    can('verify', ['Actual', 'Receipt']);
    can('create', ['Receipt', 'MilestoneExtension']);
    can('decide', 'Evaluation');
    can('delete', 'File');
    can('assign', ['SecretaryAssignment', 'Lead', 'ServiceRequest']);
    can('import', 'Import');
    can('export', [...business, 'Portfolio']);
    can('update', 'Reminder');
    can('unmask', 'Contact');
  },
  officer: (can) => {
    can('read', ['Approval', 'ApprovalPolicy']);
    can('update', 'Approval');
    can('read', [...reference, ...business, 'Portfolio', 'Reminder', 'Import']);
    can(
      ['create', 'update'],
      [
        'Enterprise',
        'Contact',
        'Lead',
        'FollowUp',
        'InvestmentProject',
        'Contract',
        'Parcel',
        'Commitment',
        'Actual',
        'File',
      ],
    );
    can('create', ['Receipt', 'MilestoneExtension']);
    can('import', 'Import');
    can('export', ['Lead', 'Contract']);
    can('update', 'Reminder');
  },
  secretary: (can) => {
    can(['read', 'update'], 'Approval');
    can('read', [
      ...reference,
      'Enterprise',
      'Contact',
      'InvestmentProject',
      'Contract',
      'Parcel',
      'Commitment',
      'Actual',
      'Assessment',
      'Milestone',
      'SecretaryAssignment',
      'Visit',
      'ServiceRequest',
      'Reminder',
      'File',
      'PaceTarget',
      'Evaluation',
    ]);
    can('create', ['Actual', 'Visit', 'ServiceRequest', 'File']);
    can('read', ['Receipt', 'MilestoneExtension', 'CheckUp']);
    can('create', 'Receipt');
    can('update', ['Contact', 'Visit', 'ServiceRequest', 'Reminder']);
  },
  auditor: (can) => {
    can('read', ['Approval', 'ApprovalPolicy']);
    can('read', [...reference, ...business, 'Portfolio', 'Import', 'ReminderRule', 'AuditEntry']);
    can('export', 'AuditEntry');
  },
};

export function abilityOf(role: Role): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  grants[role](can);
  return build();
}

export const abilityFrom = (rules: Rule[]): Ability => createMongoAbility<Ability>(rules);
const abilities = new Map(ROLES.map((role) => [role, abilityOf(role)]));

/** The one permission check of API and web; anything unknown is not allowed. */
export const can = (actor: { readonly role: Role }, action: Action, subject: Subject): boolean =>
  abilities.get(actor.role)?.can(action, subject) ?? false;
export const rulesOf = (role: Role): Rule[] => abilities.get(role)?.rules ?? [];

import type { MigrationInterface } from 'typeorm';
import { Platform1763600010000 } from './1763600010000-platform.js';
import { Access1763600020000 } from './1763600020000-access.js';
import { Reference1763600030000 } from './1763600030000-reference.js';
import { Enterprises1763600040000 } from './1763600040000-enterprises.js';
import { Leads1763600050000 } from './1763600050000-leads.js';
import { Contracts1763600060000 } from './1763600060000-contracts.js';
import { Commitments1763600061000 } from './1763600061000-commitments.js';
import { AuditInSets1763600062000 } from './1763600062000-audit-in-sets.js';
import { Search1763600065000 } from './1763600065000-search.js';
import { Imports1763600070000 } from './1763600070000-imports.js';
import { Reminders1763600080000 } from './1763600080000-reminders.js';
import { Approvals1763600100000 } from './1763600100000-approvals.js';
import { ContractReview1763600101000 } from './1763600101000-contract-review.js';
import { ClauseChecklist1763600103000 } from './1763600103000-clause-checklist.js';
import { Files1763600110000 } from './1763600110000-files.js';
import { Supplements1763600111000 } from './1763600111000-supplements.js';
import { Decisions1763600120000 } from './1763600120000-decisions.js';
import { KeysAndDefaults1763600121000 } from './1763600121000-keys-and-defaults.js';
import { Progress1763600130000 } from './1763600130000-progress.js';
import { Lights1763600140000 } from './1763600140000-lights.js';
import { PerMuClasses1763600141000 } from './1763600141000-per-mu-classes.js';
import { FurtherIndicators1763600150000 } from './1763600150000-further-indicators.js';
import { ReferenceImports1763600160000 } from './1763600160000-reference-imports.js';
import { Timeline1763600180000 } from './1763600180000-timeline.js';
import { PolicyReasons1763600180001 } from './1763600180001-policy-reasons.js';
import { SupportClauses1763600180002 } from './1763600180002-support-clauses.js';
import { KeyLimits1763600180003 } from './1763600180003-key-limits.js';
import { LargeImports1763600190001 } from './1763600190001-large-imports.js';
import { PortfolioChanges1763600240001 } from './1763600240001-portfolio-changes.js';
import { UnitsInNames1763600250000 } from './1763600250000-units-in-names.js';
import { NegativeTax1763600260501 } from './1763600260501-negative-tax.js';
import { Scopes1763600261200 } from './1763600261200-scopes.js';
import { FigureChoices1763600261601 } from './1763600261601-figure-choices.js';
import { DueChanges1763600300400 } from './1763600300400-due-changes.js';
import { NamesAndSearch1763600300602 } from './1763600300602-names-and-search.js';
import { WhoGetsIn1763600310101 } from './1763600310101-who-gets-in.js';
import { Phones1763600310603 } from './1763600310603-phones.js';
import { ContractsByNumber1763600311502 } from './1763600311502-contracts-by-number.js';
import { PhoneQuestions1763600320200 } from './1763600320200-phone-questions.js';
import { Trail1763600331000 } from './1763600331000-trail.js';
import { ContractCorrections1763600332001 } from './1763600332001-contract-corrections.js';
import { FirmsWithoutCodes1763600332002 } from './1763600332002-firms-without-codes.js';
import { EnterpriseMerges1763600333001 } from './1763600333001-enterprise-merges.js';
import { MissedReused1763600335001 } from './1763600335001-missed-reused.js';
import { ListsAtSize1763600335002 } from './1763600335002-lists-at-size.js';
import { TwoRoles1763600336000 } from './1763600336000-two-roles.js';
import { SealedWithAKey1763600336001 } from './1763600336001-sealed-with-a-key.js';
import { AuditSegments1763600336002 } from './1763600336002-audit-segments.js';
import { PersonalInTheTrail1763600336003 } from './1763600336003-personal-in-the-trail.js';
import { FirmsToldApart1763600338001 } from './1763600338001-firms-told-apart.js';
import { ImportsClosed1763600338002 } from './1763600338002-imports-closed.js';
import { People1763600340001 } from './1763600340001-people.js';
import { OwnPlaces1763600350001 } from './1763600350001-own-places.js';

/** One chronological list; a migration that has been released is never edited. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Platform1763600010000,
  Access1763600020000,
  Reference1763600030000,
  Enterprises1763600040000,
  Leads1763600050000,
  Contracts1763600060000,
  Commitments1763600061000,
  AuditInSets1763600062000,
  Search1763600065000,
  Imports1763600070000,
  Reminders1763600080000,
  Approvals1763600100000,
  ContractReview1763600101000,
  ClauseChecklist1763600103000,
  Files1763600110000,
  Supplements1763600111000,
  Decisions1763600120000,
  KeysAndDefaults1763600121000,
  Progress1763600130000,
  Lights1763600140000,
  PerMuClasses1763600141000,
  FurtherIndicators1763600150000,
  ReferenceImports1763600160000,
  Timeline1763600180000,
  PolicyReasons1763600180001,
  SupportClauses1763600180002,
  KeyLimits1763600180003,
  LargeImports1763600190001,
  PortfolioChanges1763600240001,
  UnitsInNames1763600250000,
  NegativeTax1763600260501,
  Scopes1763600261200,
  FigureChoices1763600261601,
  DueChanges1763600300400,
  NamesAndSearch1763600300602,
  WhoGetsIn1763600310101,
  Phones1763600310603,
  ContractsByNumber1763600311502,
  PhoneQuestions1763600320200,
  Trail1763600331000,
  ContractCorrections1763600332001,
  FirmsWithoutCodes1763600332002,
  EnterpriseMerges1763600333001,
  MissedReused1763600335001,
  ListsAtSize1763600335002,
  TwoRoles1763600336000,
  SealedWithAKey1763600336001,
  AuditSegments1763600336002,
  PersonalInTheTrail1763600336003,
  FirmsToldApart1763600338001,
  ImportsClosed1763600338002,
  People1763600340001,
  OwnPlaces1763600350001,
];

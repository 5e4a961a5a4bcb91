import { createElement, lazy } from 'react';
import type { Room } from '../room.js';
import { ApprovalCount } from './ApprovalCount.js';
import { ApprovalsHomeCard } from './ApprovalsHomeCard.js';

const PoliciesPage = lazy(() => import('./policies/PoliciesPage.js'));
const ApprovalsPage = lazy(() => import('./ApprovalsPage.js'));

/** 审批: what waits for me, what I asked for, what I decided. */
export const approvalsRoom: Room = {
  name: 'approvals',
  menu: [{ path: '/approvals', label: 'approvals.title', icon: 'check', group: 'performance', needs: ['read', 'Approval'], Count: ApprovalCount }, { path: '/settings/approval-policies', label: 'approvals.policies.title', icon: 'settings', group: 'system', needs: ['update', 'ApprovalPolicy'] }],
  routes: [{ path: '/approvals', element: createElement(ApprovalsPage), needs: ['read', 'Approval'] }, { path: '/settings/approval-policies', element: createElement(PoliciesPage), needs: ['update', 'ApprovalPolicy'] }],
  HomeCard: ApprovalsHomeCard,
};

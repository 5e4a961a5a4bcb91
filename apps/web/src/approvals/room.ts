import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';
import { ApprovalCount } from './ApprovalCount.js';

const PoliciesPage = worded(() => import('./policies/PoliciesPage.js'), 'approvals');
const ApprovalList = worded(
  () => import('./ApprovalList.js'),
  'approvals',
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
  'progress',
  'reminders',
  'supplements',
);
const needs = ['read', 'Approval'] as const;

/** 审批: what waits for me, what I requested, what I decided. */
export const approvalsRoom: Room = {
  name: 'approvals',
  menu: [
    {
      path: '/approvals',
      label: 'menu.approvals',
      icon: 'check',
      group: 'performance',
      needs,
      Count: ApprovalCount,
    },
    {
      path: '/settings/approval-policies',
      label: 'menu.policies',
      icon: 'settings',
      group: 'system',
      needs: ['update', 'ApprovalPolicy'],
    },
  ],
  resources: [{ name: 'approvals', list: createElement(Gate, { needs, children: createElement(ApprovalList) }) }],
  routes: [
    { path: '/settings/approval-policies', element: createElement(PoliciesPage), needs: ['update', 'ApprovalPolicy'] },
  ],
  HomeCard: worded(() => import('./ApprovalsHomeCard.js'), 'approvals'),
};

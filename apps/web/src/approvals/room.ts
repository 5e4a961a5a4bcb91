import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';
import { ApprovalCount } from './ApprovalCount.js';

const PoliciesPage = worded(() => import('./policies/PoliciesPage.js'));
const ApprovalsPage = worded(() => import('./ApprovalsPage.js'));

/** 审批: what waits for me, what I requested, what I decided. */
export const approvalsRoom: Room = {
  name: 'approvals',
  menu: [
    {
      path: '/approvals',
      label: 'menu.approvals',
      icon: 'check',
      group: 'performance',
      needs: ['read', 'Approval'],
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
  routes: [
    { path: '/approvals', element: createElement(ApprovalsPage), needs: ['read', 'Approval'] },
    { path: '/settings/approval-policies', element: createElement(PoliciesPage), needs: ['update', 'ApprovalPolicy'] },
  ],
  HomeCard: worded(() => import('./ApprovalsHomeCard.js')),
};

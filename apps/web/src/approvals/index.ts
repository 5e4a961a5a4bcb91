import { createElement, lazy } from 'react';
import type { Room } from '../room.js';
import { ApprovalCount } from './ApprovalCount.js';
import { ApprovalsHomeCard } from './ApprovalsHomeCard.js';

const ApprovalsPage = lazy(() => import('./ApprovalsPage.js'));

/** 审批: what waits for me, what I asked for, what I decided. */
export const approvalsRoom: Room = {
  name: 'approvals',
  menu: [{ path: '/approvals', label: 'approvals.title', icon: 'check', group: 'performance', needs: ['read', 'Approval'], Count: ApprovalCount }],
  routes: [{ path: '/approvals', element: createElement(ApprovalsPage), needs: ['read', 'Approval'] }],
  HomeCard: ApprovalsHomeCard,
};

import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const AuditList = worded(() => import('./AuditList.js'), 'audit');
const needs = ['read', 'AuditEntry'] as const;

/** 审计记录: who changed, read, saved or was refused what. */
export const auditRoom: Room = {
  name: 'audit',
  menu: [{ path: '/audit-entries', label: 'menu.audit', icon: 'audit', group: 'system', needs }],
  resources: [{ name: 'audit-entries', list: createElement(Gate, { needs, children: createElement(AuditList) }) }],
};

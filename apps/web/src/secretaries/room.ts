import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';

const SecretaryList = worded(() => import('./SecretaryList.js'), 'secretaries');
const needs = ['read', 'SecretaryAssignment'] as const;
const MyFirmsCard = worded(() => import('./MyFirmsCard.js'), 'secretaries');

/** 企业秘书: who looks after which enterprise; for a secretary, their enterprises and commitments. */
export const secretariesRoom: Room = {
  name: 'secretaries',
  menu: [
    {
      path: '/secretaries',
      label: 'menu.secretaries',
      icon: 'person',
      group: 'service',
      needs,
    },
  ],
  resources: [{ name: 'secretaries', list: createElement(Gate, { needs, children: createElement(SecretaryList) }) }],
  HomeCard: MyFirmsCard,
};

import type { Reaches } from './subjects.js';

export const ofFirms: Reaches = { manager: 'zone', officer: 'zone', secretary: 'assigned', auditor: 'zone' };
export const ofContracts: Reaches = { manager: 'zone', officer: 'signed', secretary: 'assigned', auditor: 'zone' };
export const exported: Reaches = { manager: 'zone' };

export const workingOnIt = {
  zh: '起草人或经办人；该企业有其数据范围内的线索，或由其登记',
  en: 'its drafter or officer; or the firm has a lead in their data scope, or was registered by them',
};

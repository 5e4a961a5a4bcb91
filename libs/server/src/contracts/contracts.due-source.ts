import { expiringDue, expiryPlan, type Expiring } from '@crm/domain/contracts';
import type { DueRule, DueSource } from '../due/index.js';
import { SIGNED_STATES } from './contracts.store.js';
import { contractUnits } from './contract-units.js';

interface ExpiringRow {
  id: string;
  what: Expiring['what'];
  subject_id: string;
  ends_on: string;
  text: string | null;
  number: string;
  enterprise_id: string;
  enterprise_name: string;
  project_name: string;
  officer_id: string | null;
  department_id: string | null;
}

const rule = (code: string): DueRule => ({ code, plan: expiryPlan, recipients: ['officer', 'primary-secretary'] });

/** Terms of live contracts and of their support clauses. A contract with a signed renewal is left out. */
export const contractsDueSource: DueSource = {
  room: 'contracts',
  rules: [rule('contract.expiring'), rule('support.expiring')],
  ...contractUnits,
  async items(rows, { today, until, planOf }, units) {
    const running = await rows.rows<ExpiringRow>(
      `SELECT
         c.id, x.what, x.subject_id, x.ends_on, x.text, c.number, c.enterprise_id, e.name AS enterprise_name,
         j.name AS project_name, c.officer_id, u.department_id
       FROM
         (
           SELECT c.id AS contract_id, 'contract' AS what, c.id AS subject_id, c.term_to AS ends_on, NULL AS text
           FROM contract c
           WHERE c.id = ANY($1)
               AND c.term_to IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM contract n WHERE n.renews_id = c.id AND n.status IN ${SIGNED_STATES})
           UNION ALL
           SELECT s.contract_id, 'support', s.id, s.ends_on, s.text
           FROM support_clause s
           WHERE s.contract_id = ANY($1) AND s.known_to IS NULL
         ) x
       JOIN contract c ON c.id = x.contract_id
       JOIN enterprise e ON e.id = c.enterprise_id
       JOIN investment_project j ON j.id = c.project_id
       LEFT JOIN app_user u ON u.id = c.officer_id
       WHERE c.status IN ('signed', 'performing') AND c.kind <> 'supplement'
       ORDER BY x.ends_on, x.subject_id`,
      [units],
    );
    return running.flatMap((row) =>
      expiringDue(
        { contractId: row.id, what: row.what, subjectId: row.subject_id, endsOn: row.ends_on },
        today,
        until,
        planOf(`${row.what}.expiring`),
      ).map((item) => ({
        ...item,
        unit: row.id,
        facts: {
          ...item.facts,
          contractNumber: row.number,
          enterpriseName: row.enterprise_name,
          projectName: row.project_name,
          ...(row.text === null ? {} : { clause: row.text }),
        },
        ownerId: row.officer_id,
        enterpriseId: row.enterprise_id,
        departmentId: row.department_id,
        link: `/contracts/${row.id}/show${row.what === 'support' ? '?tab=support' : ''}`,
      })),
    );
  },
};

import {
  couldBeSameName,
  isCompletePhone,
  matchingName,
  maskedName,
  normaliseCreditCode,
} from '@crm/domain/enterprises';
import { numberOf, phonesIn } from '@crm/api-contract/enterprises';
import type { DuplicateMatch } from '@crm/api-contract/leads';
import type { Rows, Tx } from '@crm/platform/db';
import { keepPhoneCheck, visibleEnterprises, worksWith } from '../enterprises/index.js';
import { Where, bigramsOf, startingWith, type Actor } from '../data-access/index.js';
import { reportsOn, type ReportRow } from './leads.store.js';

export interface Typed {
  readonly name?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly phone?: string | undefined;
  /** The reason for looking up a number; needed after the first few. */
  readonly phoneReason?: string | undefined;
}

type Candidate = { id: string; name: string; reason: DuplicateMatch['reason']; visible: boolean; similarity: number };

const SHOWN = 5;
/** The share of the typed text's character pairs that a similar name must contain. */
const SIMILAR = 0.6;

/** Pairs that are in half of all names of a zone. They count for similarity but are not used for lookup. */
const COMMON = new Set([
  '科技',
  '技术',
  '有限',
  '公司',
  '集团',
  '股份',
  '海南',
  '海口',
  '实业',
  '投资',
  '发展',
  '生物',
  '医药',
  '制药',
  '环保',
  '能源',
  '材料',
  '食品',
  '电子',
  '信息',
  '数据',
  '产业',
  '控股',
  '国际',
  '中国',
  '智能',
]);

/**
 * Enterprises that may be the one being typed, the most certain first. A phone match outside the actor's work is
 * masked, since it would reveal whose number it is. Only complete numbers are looked up, and each question is kept.
 */
export async function possibleDuplicates(tx: Tx, actor: Actor, typed: Typed, today: string): Promise<DuplicateMatch[]> {
  const matchName = matchingName(typed.name ?? '');
  const code = normaliseCreditCode(typed.creditCode ?? '');
  const phones = (phonesIn(typed.phone ?? '') ?? []).map(numberOf).filter(isCompletePhone);
  const found: Candidate[] = [];
  const add = (candidates: readonly Candidate[]) =>
    found.push(...candidates.filter(({ id }) => !found.some((one) => one.id === id)));
  if (code.length >= 8)
    add(await byColumn(tx, actor, today, 'credit-code', 't.credit_code LIKE ?', startingWith(code)));
  if (matchName.length >= 2) {
    const named = await byColumn(tx, actor, today, 'name', 't.match_name = ?', matchName);
    // 集团, 股份 and 有限 of one name are different legal persons.
    const similarly = named.map((one) => (couldBeSameName(one.name, typed.name ?? '') ? one : similarTo(one)));
    add(similarly.toSorted((a, b) => b.similarity - a.similarity));
    add(
      await byColumn(
        tx,
        actor,
        today,
        'former-name',
        't.id IN (SELECT f.enterprise_id FROM enterprise_former_name f WHERE f.match_name = ?)',
        matchName,
      ),
    );
    add(await similar(tx, actor, today, matchName));
  }
  for (const phone of phones) await keepPhoneCheck(tx, actor, phone, typed.phoneReason);
  if (phones.length > 0) add(await byPhone(tx, actor, phones));
  const shown = found.slice(0, SHOWN);
  const reports =
    shown.length > 0
      ? await reportsOn(
          tx,
          actor,
          shown.map(({ id }) => id),
        )
      : [];
  return shown.map((candidate) =>
    matchOf(
      candidate,
      reports.find((report) => report.enterpriseId === candidate.id),
      actor,
    ),
  );
}

async function byColumn(
  rows: Rows,
  actor: Actor,
  today: string,
  reason: DuplicateMatch['reason'],
  condition: string,
  ...values: unknown[]
): Promise<Candidate[]> {
  const where = new Where().and(condition, ...values).and(...visibleEnterprises(actor, 't', today));
  const matches = await rows.rows<{ id: string; name: string }>(
    `SELECT t.id, t.name FROM enterprise t ${where.sql} ORDER BY t.created_at, t.id LIMIT ${SHOWN}`,
    where.values,
  );
  return matches.map((row) => ({ ...row, reason, visible: true, similarity: 1 }));
}

const similarTo = (one: Candidate): Candidate => ({ ...one, reason: 'similar-name', similarity: 0.99 });

/** Names that contain the typed text or most of its pairs: the same 字号 with another place or legal form. */
async function similar(rows: Rows, actor: Actor, today: string, matchName: string): Promise<Candidate[]> {
  const pairs = bigramsOf(matchName);
  const telling = pairs.filter((pair) => !COMMON.has(pair));
  const where = new Where([pairs])
    .and('t.match_name <> ?', matchName)
    .and('bigrams(t.search_name) && ?::text[]', telling.length > 0 ? telling : pairs)
    .and(...visibleEnterprises(actor, 't', today));
  const matches = await rows.rows<{ id: string; name: string; similarity: number }>(
    `SELECT c.id, c.name, c.similarity
     FROM
       (
         SELECT
           t.id, t.name,
           (
             SELECT count(*) FROM unnest($1::text[]) AS pair WHERE strpos(t.search_name, pair) > 0
           )::float / cardinality($1::text[]) AS similarity
         FROM enterprise t ${where.sql}
         LIMIT 2000
       ) c
     WHERE c.similarity >= ${SIMILAR}
     ORDER BY c.similarity DESC, char_length(c.name), c.id
     LIMIT ${SHOWN}`,
    where.values,
  );
  return matches.map((row) => ({ ...row, reason: 'similar-name', visible: true }));
}

async function byPhone(rows: Rows, actor: Actor, phones: readonly string[]): Promise<Candidate[]> {
  const where = new Where();
  const mine = actor.keyScope ? 'false' : where.bind('coalesce(c.created_by = ?::uuid, false)', actor.userId);
  const works = where.bind(...worksWith(actor, 'c.enterprise_id'));
  where.and('phone_numbers(c.phone) && ?::text[]', phones);
  const matches = await rows.rows<{ id: string; name: string; visible: boolean }>(
    `SELECT DISTINCT ON (e.id) e.id, e.name, (${mine} OR ${works}) AS visible
     FROM contact c
     JOIN enterprise e ON e.id = c.enterprise_id
     ${where.sql}
     ORDER BY e.id, visible DESC
     LIMIT ${SHOWN}`,
    where.values,
  );
  return matches.map((row) => ({ ...row, reason: 'phone', similarity: 1 }));
}

function matchOf(candidate: Candidate, report: ReportRow | undefined, actor: Actor): DuplicateMatch {
  const { reason, visible } = candidate;
  return {
    reason,
    visible,
    enterpriseId: visible ? candidate.id : null,
    name: visible ? candidate.name : maskedName(candidate.name),
    firstReport: report
      ? {
          visible: report.visible,
          mine: report.ownerId === actor.userId,
          leadId: report.visible ? report.leadId : null,
          projectName: report.visible ? report.projectName : null,
          stage: report.visible ? report.stage : null,
          ownerName: report.visible ? report.ownerName : null,
          departmentName: report.departmentName,
          reportedAt: report.createdAt,
        }
      : null,
  };
}

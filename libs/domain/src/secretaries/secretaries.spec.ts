import fc from 'fast-check';
import { addDays } from '../days/index.js';
import { roundForShow } from '../quantities/index.js';
import { anAssignment, primaryFaults, primaryOn } from './assignment.example.js';
import { type SecretaryAssignment, admitAssignment, handOver } from './assignment.js';
import { coverage, visitQuota } from './coverage.js';

const firm = { type: 'enterprise', id: 'firm-1' } as const;
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'accepted';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('admitting an assignment', () => {
  const zhou = anAssignment('zhou').of('zhou').between('2026-01-01', '2026-06-30').value;

  it.each([
    ['the next primary from the next day', anAssignment('next').of('lin').between('2026-07-01', null), 'accepted'],
    [
      'a second primary on the last day',
      anAssignment('next').of('lin').between('2026-06-30', null),
      'secretary.primary-exists',
    ],
    ['an open one over it', anAssignment('next').of('lin').between('2025-01-01', null), 'secretary.primary-exists'],
    ['a deputy beside it', anAssignment('next').of('lin').as('deputy').between('2026-03-01', null), 'accepted'],
    [
      'the same person as deputy too',
      anAssignment('next').of('zhou').as('deputy').between('2026-03-01', null),
      'assignment.twice',
    ],
    ['another firm', anAssignment('next').of('zhou').to('firm-2'), 'accepted'],
    ['a project of that id', anAssignment('next').of('lin').toProject('firm-1'), 'accepted'],
    ['itself, changed', anAssignment('zhou').of('zhou').between('2026-01-01', '2026-12-31'), 'accepted'],
    [
      'an end before the beginning',
      anAssignment('next').of('lin').between('2026-08-01', '2026-07-31'),
      'assignment.validity',
    ],
  ])('%s: %s', (_, candidate, code) => {
    expect(codeOf(() => admitAssignment([zhou], candidate.value))).toBe(code);
  });
});

describe('worked case 14: a handover', () => {
  const before: SecretaryAssignment[] = [
    anAssignment('a').of('zhou').value,
    anAssignment('b').of('zhou').to('firm-2').as('deputy').between('2025-01-01', '2026-12-31').value,
    anAssignment('c').of('zhou').to('firm-3').between('2026-09-01', null).value,
    anAssignment('d').of('zhou').to('firm-4').between('2024-01-01', '2025-12-31').value,
    anAssignment('e').of('wang').to('firm-5').value,
  ];
  const handover = handOver(before, 'zhou', 'lin', '2026-06-30');
  const after: SecretaryAssignment[] = [
    ...before
      .filter((a) => !handover.dropped.includes(a.id))
      .map((a) => handover.closed.find((c) => c.id === a.id) ?? a),
    ...handover.opened.map((opened, i) => ({ ...opened, id: `new-${i}` })),
  ];

  it('closes on 06-30 and opens on 07-01 with the old end days', () => {
    expect(handover.closed.map(({ id, to }) => [id, to])).toEqual([
      ['a', '2026-06-30'],
      ['b', '2026-06-30'],
    ]);
    expect(handover.opened.map(({ subject, role, from, to }) => [subject.id, role, from, to])).toEqual([
      ['firm-1', 'primary', '2026-07-01', null],
      ['firm-2', 'deputy', '2026-07-01', '2026-12-31'],
      ['firm-3', 'primary', '2026-09-01', null],
    ]);
    expect(handover.dropped).toEqual(['c']);
  });

  it('leaves exactly one primary on each day, and no later assignment of the leaver', () => {
    expect(primaryFaults(after, firm, '2026-01-01', '2026-12-31')).toEqual({ gaps: [], doubles: [] });
    expect([
      primaryOn(after, firm, '2026-06-30')?.secretaryId,
      primaryOn(after, firm, '2026-07-01')?.secretaryId,
    ]).toEqual(['zhou', 'lin']);
    expect(after.filter((a) => a.secretaryId === 'zhou' && (a.to === null || a.to > '2026-06-30'))).toEqual([]);
  });

  it('keeps the history that had ended', () => {
    expect(after.find(({ id }) => id === 'd')).toEqual(before[3]);
  });

  it('is refused to the leaver, or to a person already assigned to the enterprise', () => {
    expect(codeOf(() => handOver(before, 'zhou', 'zhou', '2026-06-30'))).toBe('handover.same-person');
    expect(
      codeOf(() => handOver([...before, anAssignment('f').of('lin').as('deputy').value], 'zhou', 'lin', '2026-06-30')),
    ).toBe('assignment.twice');
  });

  it('leaves exactly one primary on every day, whenever and between whomever it happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 360 }), fc.constantFrom('s1', 's2', 's3')), { maxLength: 6 }),
        (handovers) => {
          let history: SecretaryAssignment[] = [anAssignment('first').of('s0').value];
          for (const [offset, successor] of handovers.toSorted(([a], [b]) => a - b)) {
            const lastDay = addDays('2026-01-01', offset);
            const holder = primaryOn(history, firm, addDays(lastDay, 1))!.secretaryId;
            if (holder === successor) continue;
            const step = handOver(history, holder, successor, lastDay);
            history = [
              ...history
                .filter((a) => !step.dropped.includes(a.id))
                .map((a) => step.closed.find((c) => c.id === a.id) ?? a),
              ...step.opened.map((o, i) => ({ ...o, id: `${lastDay}-${successor}-${i}` })),
            ];
          }
          expect(primaryFaults(history, firm, '2026-01-01', '2026-12-31')).toEqual({ gaps: [], doubles: [] });
        },
      ),
    );
  });
});

describe('days without a primary, or with two', () => {
  const at = (from: string, to: string | null) => anAssignment(from).of(from).between(from, to).value;
  it.each([
    ['none at all', [], [['2026-01-01', '2026-01-31']], []],
    ['a day between', [at('2025-06-01', '2026-01-10'), at('2026-01-12', null)], [['2026-01-11', '2026-01-11']], []],
    [
      'from late and to early',
      [at('2026-01-03', '2026-01-20')],
      [
        ['2026-01-01', '2026-01-02'],
        ['2026-01-21', '2026-01-31'],
      ],
      [],
    ],
    ['one day twice', [at('2025-06-01', '2026-01-10'), at('2026-01-10', null)], [], [['2026-01-10', '2026-01-10']]],
    ['two open ones', [at('2025-06-01', null), at('2026-01-15', '2026-01-20')], [], [['2026-01-15', '2026-01-20']]],
    ['as it must be', [at('2025-06-01', '2026-01-10'), at('2026-01-11', null)], [], []],
  ])('%s', (_, history, gaps, doubles) => {
    const faults = primaryFaults(history, firm, '2026-01-01', '2026-01-31');
    expect([faults.gaps.map((s) => [s.from, s.to]), faults.doubles.map((s) => [s.from, s.to])]).toEqual([
      gaps,
      doubles,
    ]);
  });
});

describe('worked case 6: coverage and visits', () => {
  it('106 firms and 139 projects among 56 secretaries are 1.89 and 2.48 each', () => {
    const { firmsEach, projectsEach } = coverage({ firms: 106, projects: 139, secretaries: 56 });
    expect([roundForShow(firmsEach!, 2), roundForShow(projectsEach!, 2)]).toEqual(['1.89', '2.48']);
    expect(coverage({ firms: 1, projects: 1, secretaries: 0 })).toEqual({ firmsEach: null, projectsEach: null });
  });

  it('two visits a week to 139 projects are 278; 270 done are 97.1 %, and the missing are named', () => {
    const projects = Array.from({ length: 139 }, (_, i) => `project-${i}`);
    const visits = projects.slice(0, 135).flatMap((projectId) => [
      { projectId, on: '2026-11-16' },
      { projectId, on: '2026-11-22' },
    ]);
    const quota = visitQuota(
      projects,
      [...visits, { projectId: 'project-0', on: '2026-11-18' }, { projectId: 'project-138', on: '2026-11-15' }],
      '2026-11-20',
    );
    expect([quota.weekFrom, quota.weekTo, quota.due, quota.done, roundForShow(quota.donePercent!, 1)]).toEqual([
      '2026-11-16',
      '2026-11-22',
      278,
      270,
      '97.1',
    ]);
    expect(quota.missing.map((row) => row.projectId)).toEqual([
      'project-135',
      'project-136',
      'project-137',
      'project-138',
    ]);
  });

  it('the number of visits is a setting, and without visits due there is no percentage', () => {
    expect(
      visitQuota(['a', 'b'], [{ projectId: 'a', on: '2026-11-20' }], '2026-11-20', (id) => (id === 'a' ? 1 : 0)),
    ).toMatchObject({ due: 1, done: 1, missing: [] });
    expect(visitQuota([], [], '2026-11-20').donePercent).toBeNull();
  });
});

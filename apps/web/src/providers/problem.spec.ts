import { ApiError, formErrors, problemOf, readProblem, sentenceOf } from './problem.js';

const words: Record<string, string> = {
  'errors.area.zero': '面积不能为零',
  'errors.status.403': '您没有权限',
  'errors.status.0': '连不上服务器',
  'errors.unknown': '出错了',
};
const translate = (key: string, options?: { _?: string }) => words[key] ?? options?._ ?? key;

describe('what the server answers, as a sentence', () => {
  it('speaks by code first', () =>
    expect(sentenceOf(readProblem(422, { code: 'area.zero' }), translate)).toBe('面积不能为零'));
  it("takes the server's sentence when the code is newer than this page", () =>
    expect(sentenceOf(readProblem(409, { code: 'quota.locked', detail: '能耗指标已锁定' }), translate)).toBe(
      '能耗指标已锁定',
    ));
  it('speaks by status without a code, whatever else was said', () =>
    expect(sentenceOf(readProblem(403, { detail: 'ECONNREFUSED 10.0.0.1' }), translate)).toBe('您没有权限'));
  it('has a last word', () => expect(sentenceOf(readProblem(418, { detail: 'teapot' }), translate)).toBe('出错了'));
  it('survives an HTML page of a proxy', () =>
    expect(readProblem(502, '<html>Bad gateway</html>').code).toBe('status.502'));
  it('knows a broken line', () =>
    expect(sentenceOf(problemOf(new TypeError('Failed to fetch')), translate)).toBe('连不上服务器'));
  it('keeps the trace number', () => expect(readProblem(500, { traceId: '8f1c' }).traceId).toBe('8f1c'));
  it('finds the stored record of a 412 in either place', () => {
    expect(readProblem(412, { current: { version: 4 }, fields: ['areaMu'] })).toMatchObject({
      current: { version: 4 },
      fields: ['areaMu'],
    });
    expect(readProblem(412, { facts: { current: { version: 4 }, fields: ['areaMu'] } })).toMatchObject({
      current: { version: 4 },
      fields: ['areaMu'],
    });
  });
});

it('hangs field errors where the form has the field', () => {
  const errors = formErrors([
    { pointer: '/parcels/0/areaMu', code: 'area.zero', message: 'zero', params: { areaMu: '0' } },
    { pointer: '/name', code: 'text.empty' },
  ]) as { parcels: { 0: { areaMu: string } }; name: string };
  expect(JSON.parse(errors.parcels[0].areaMu.replace('@@react-admin@@', ''))).toEqual({
    message: 'errors.area.zero',
    args: { areaMu: '0', _: 'zero' },
  });
  expect(errors.name).toContain('errors.text.empty');
});

it('is what react-admin reads', () => {
  const error = new ApiError(
    readProblem(422, { code: 'area.zero', errors: [{ pointer: '/areaMu', code: 'area.zero' }] }),
  );
  expect([error.status, error.message, Object.keys(error.body.errors ?? {})]).toEqual([
    422,
    'errors.area.zero',
    ['areaMu'],
  ]);
});

import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { bodyOf, pathOf } from './ask.js';
import { BASE } from './http.js';
import { readLocale } from './locale.js';
import { ApiError, readProblem } from './problem.js';
import { session } from './session.js';

/**
 * Uploads a file and reports its progress, which XMLHttpRequest can do and fetch cannot. Throws the same refusals as
 * `ask`.
 */
export async function upload<Route extends AskedRoute>(
  route: Route,
  input: AskOf<Route> & { file: File },
  onProgress: (percent: number) => void,
): Promise<AnswerOf<Route>> {
  const form = bodyOf(input) as FormData;
  const attempt = (token: string) =>
    new Promise<XMLHttpRequest>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(route.method, `${BASE}${pathOf(route, input)}`);
      for (const [name, value] of [
        ['accept', 'application/json, application/problem+json'],
        ['accept-language', readLocale()],
        ['authorization', `Bearer ${token}`],
      ] as const)
        request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / Math.max(1, total)));
      request.onload = () => resolve(request);
      request.onerror = () => reject(new TypeError('network'));
      request.send(form);
    });
  let answered = await attempt(await session.token());
  if (answered.status === 401) answered = await attempt(await session.renewed());
  const body = read(answered.responseText);
  if (answered.status >= 200 && answered.status < 300) return body as AnswerOf<Route>;
  throw new ApiError(readProblem(answered.status, body));
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

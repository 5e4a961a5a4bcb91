import { readLocale } from './locale.js';
import { ApiError, readProblem } from './problem.js';
import { session } from './session.js';

/**
 * A form on its way, telling how far it has come: fetch cannot say that, XMLHttpRequest can. Refusals are thrown as
 * those of `call`.
 */
export async function upload<Answer>(
  path: string,
  form: FormData,
  onProgress: (percent: number) => void,
): Promise<Answer> {
  const attempt = (token: string) =>
    new Promise<XMLHttpRequest>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `/api/v1${path}`);
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
  if (answered.status >= 200 && answered.status < 300) return body as Answer;
  throw new ApiError(readProblem(answered.status, body));
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import * as asked from '@crm/api-contract/routes';
import { Problem, type BodyOf, type ResponseOf, type RouteContract } from '@crm/api-contract/wire';
import type { Product } from './product.js';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | object>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as If-Match. */
  readonly version?: number;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/**
 * A person at the API. Every response is parsed by the shape its route declares, so that a difference fails at once.
 */
export class Client {
  private constructor(
    private readonly baseUrl: string,
    readonly token: string | undefined,
    readonly cookie: string | undefined = undefined,
  ) {}

  static stranger(product: Pick<Product, 'baseUrl'>): Client {
    return new Client(product.baseUrl, undefined);
  }

  static async signedIn(product: Pick<Product, 'baseUrl' | 'password'>, username: string): Promise<Client> {
    const response = await fetch(`${product.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: product.password }),
    });
    if (!response.ok) throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new Client(product.baseUrl, accessToken, response.headers.get('set-cookie')?.split(';')[0]);
  }

  /** Calls a route that must succeed; the response is parsed by the declared shape. */
  async call<R extends RouteContract>(contract: R, body?: BodyOf<R>, asked: Asked = {}): Promise<ResponseOf<R>> {
    return (await this.answer(contract, body, asked)).body;
  }

  async answer<R extends RouteContract>(
    contract: R,
    body?: BodyOf<R>,
    asked: Asked = {},
  ): Promise<Answer<ResponseOf<R>>> {
    const response = await this.raw(contract, body, asked);
    const text = await response.text();
    if (!response.ok) throw new Error(`${nameOf(contract)} answered ${response.status}: ${text}`);
    if (response.status !== (contract.status ?? 200))
      throw new Error(`${nameOf(contract)} answered ${response.status} and declares ${contract.status ?? 200}`);
    const parsed = contract.response?.safeParse(JSON.parse(text));
    if (parsed && !parsed.success)
      throw new Error(
        `${nameOf(contract)} answers in another shape than it declares: ${parsed.error.message}\n${text.slice(0, 600)}`,
      );
    return { status: response.status, headers: response.headers, body: parsed?.data as ResponseOf<R> };
  }

  /** Calls a route that must refuse; the response must be a complete problem. */
  async refused<R extends RouteContract>(
    contract: R,
    body?: unknown,
    asked: Asked = {},
  ): Promise<Problem & { headers: Headers }> {
    const response = await this.raw(contract, body, asked);
    const text = await response.text();
    if (response.ok)
      throw new Error(
        `${nameOf(contract)} was expected to refuse and answered ${response.status}: ${text.slice(0, 400)}`,
      );
    if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
      throw new Error(
        `${nameOf(contract)} refused with ${response.headers.get('content-type')}: ${text.slice(0, 400)}`,
      );
    return { ...Problem.parse(JSON.parse(text)), headers: response.headers };
  }

  raw(
    contract: RouteContract,
    body?: unknown,
    { params = {}, query = {}, headers = {}, version }: Asked = {},
  ): Promise<Response> {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
    );
    return fetch(`${this.baseUrl}/api/v1${path}${search.size > 0 ? `?${search}` : ''}`, {
      method: contract.method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body !== undefined && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
        ...(version !== undefined ? { 'if-match': `"${version}"` } : {}),
        ...headers,
      },
      ...(body !== undefined ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    });
  }
}

/** From the names alone: the shapes of all routes would cost every spec a second. */
const named = Object.values(asked).flatMap((routes) =>
  Object.values<{ name: string; method: string; path: string }>(routes),
);
const nameOf = ({ method, path }: RouteContract): string =>
  named.find((one) => one.method === method && one.path === path)?.name ?? `${method} ${path}`;

import type { z } from 'zod';
import type { Tells } from '../choices/index.js';
import type { Permission } from '../permissions/index.js';
import type { Costly } from './costly.js';

/** Who may call. The API does not boot if a route does not say so. */
export type Access = 'public' | 'signed-in' | Permission;

export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:name` for parameters. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: { readonly zh: string; readonly en: string };
  /** Markdown for the caller: units, sources and other facts. */
  readonly description?: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Without it the answer is 204 without content, or a `download`. */
  readonly response?: Response;
  /** The media type, if the answer is a file and not JSON. */
  readonly download?: string;
  /** multipart/form-data instead of JSON; the body shape describes the other fields. */
  readonly multipart?: boolean;
  readonly stream?: boolean;
  readonly status?: 200 | 201 | 204;
  /** The change needs If-Match: 428 without it, 412 if the record has changed since. */
  readonly guarded?: boolean;
  /** The answer shows a key or a number only once; repeated it is 409 `idempotency.spent`. */
  readonly showsSecret?: boolean;
  /** Each person may call it only so often in a minute; more is 429. */
  readonly costs?: Costly;
  /**
   * What the audit trail is told when it answers. Without it, it follows from verb and subject (`tellsOf`). `nothing`:
   * no record is shown, only a number.
   */
  readonly tells?: Tells | 'nothing';
  /** Domain codes that the route refuses with, besides faults of shape. */
  readonly refuses?: readonly string[];
}

/** The single declaration of a route: validation, permission, OpenAPI and client types are derived from it. */
export const route = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  contract: RouteContract<Params, Query, Body, Response>,
): RouteContract<Params, Query, Body, Response> => contract;

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
export type InputOf<R> =
  R extends RouteContract<infer P, infer Q, infer B, z.ZodType>
    ? { params: Out<P>; query: Out<Q>; body: Out<B> }
    : never;
export type BodyOf<R> = R extends RouteContract<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<R> = R extends RouteContract<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

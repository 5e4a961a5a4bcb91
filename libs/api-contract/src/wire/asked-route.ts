import type { z } from 'zod';
import type { Permission } from '../permissions/index.js';
import type { ListQuery } from './list-query.js';
import type { RouteContract } from './route.js';

/** A declared route without its shapes: what a caller needs at run time. The declaration itself is only a type here. */
export interface AskedRoute<Contract extends RouteContract = RouteContract> {
  /** `leads.move`, as in the catalogue. */
  readonly name: string;
  readonly method: RouteContract['method'];
  readonly path: `/${string}`;
  /** The permission that the guard asks for; missing: whoever is signed in, or anybody. */
  readonly needs?: Permission;
  /** Only for the compiler; never present at run time. */
  readonly declared?: Contract;
}

/** The input type of a shape; `unknown` if the declaration has none. */
type Input<Shape> = Shape extends z.ZodType ? z.input<Shape> : unknown;

/** In a URL everything is text, so numbers and booleans may also be given. */
type InAddress<T> = { [Key in keyof T]: string extends NonNullable<T[Key]> ? T[Key] | number | boolean : T[Key] };

/** A list as callers ask for it: the filter is an object, `ids` an array. */
interface ListAsked<Filter, Sort> {
  page?: number;
  perPage?: number;
  sort?: Sort;
  order?: 'asc' | 'desc';
  filter?: Filter;
  ids?: readonly string[];
  count?: 'exact';
}

type QueryAsked<Shape> =
  Shape extends z.ZodType<infer Out>
    ? Out extends ListQuery<infer Filter, infer Sort>
      ? ListAsked<Filter, Sort>
      : unknown extends Out
        ? unknown
        : InAddress<z.input<Shape>>
    : unknown;

/** Required if something in it is required; not allowed if nothing is declared. */
type Part<Key extends string, T> = unknown extends T
  ? { readonly [Name in Key]?: undefined }
  : Record<string, never> extends T
    ? { readonly [Name in Key]?: T }
    : { readonly [Name in Key]: T };

/** The input of a call of the route. */
export type AskOf<Route> =
  Route extends AskedRoute<infer Contract>
    ? Contract extends RouteContract<infer Params, infer Query, infer Body>
      ? Part<'params', Input<Params>> & Part<'query', QueryAsked<Query>> & Part<'body', Input<Body>>
      : never
    : never;

/** The body of a call of the route. */
export type BodyAsked<Route> = Route extends AskedRoute<infer Contract> ? Input<NonNullable<Contract['body']>> : never;

/** The answer of a call of the route; undefined for 204. */
export type AnswerOf<Route> =
  Route extends AskedRoute<infer Contract>
    ? Contract extends RouteContract<z.ZodType, z.ZodType, z.ZodType, infer Answer>
      ? unknown extends z.output<Answer>
        ? undefined
        : z.output<Answer>
      : never
    : never;

/** The routes of one declared resource, without their shapes. */
export type AskedRoutes<Declared extends Record<string, RouteContract>> = {
  readonly [Verb in keyof Declared]: AskedRoute<Declared[Verb]>;
};

/** The filter of a list. */
export type FilterAsked<Route> =
  Route extends AskedRoute<infer Contract>
    ? Contract['query'] extends infer Shape
      ? NonNullable<Shape> extends z.ZodType<ListQuery<infer Filter, string>>
        ? Filter
        : never
      : never
    : never;

/** The query of a call of the route. */
export type QueryOf<Route> = AskOf<Route> extends { readonly query?: infer Query } ? NonNullable<Query> : never;

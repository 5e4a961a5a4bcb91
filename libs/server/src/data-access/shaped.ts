/**
 * A row as an answer: `shaped<Lead>()(row)` compiles only if the row has exactly the fields of the wire shape. So a new
 * column is shown or hidden on purpose.
 */
export const shaped =
  <Wire>() =>
  <Given extends Wire>(given: Given & { readonly [K in Exclude<keyof Given, keyof Wire>]: never }): Wire =>
    given;

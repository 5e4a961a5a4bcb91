/**
 * A row as an answer: `shaped<Lead>()(row)` compiles only where the row has every field of the wire shape and no other.
 * So a new column shows on the wire, or is hidden, on purpose.
 */
export const shaped =
  <Wire>() =>
  <Given extends Wire>(given: Given & { readonly [K in Exclude<keyof Given, keyof Wire>]: never }): Wire =>
    given;

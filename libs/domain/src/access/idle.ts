/** An account that nobody has used for so many days is looked at: who has left still has one. */
export const IDLE_DAYS = 90;
/** A starting secret is valid for so many hours. */
export const STARTING_HOURS = 24;

/** The server cannot be used as it is. Its message is for the operator and says what to do. */
export class UnfitDatabaseError extends Error {}

import { isRefusal } from '@crm/domain/refusal';

/** A refusal stays one, however often the work is repeated; other errors may be temporary. */
export const isFinal = (error: unknown): boolean => isRefusal(error);

import { isRefusal } from '@crm/domain/refusal';

/** A refusal stays one however often the work is repeated; anything else may pass. */
export const isFinal = (error: unknown): boolean => isRefusal(error);

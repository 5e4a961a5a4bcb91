import { matchingName, foundedName } from '@crm/domain/enterprises';

/** The name by which a firm without a credit code is found; （筹） is left out. */
export const firmMatch = ({ enterpriseName }: { readonly enterpriseName: string }): string =>
  matchingName(foundedName(enterpriseName));

/**
 * For FROM: the firm `e` of a row `k` of a ledger, by its `code`; if that is null, by `firm`, the name as matched. Of
 * several firms of one name, the one without a code.
 */
export const FIRM_OF_ROW = `LATERAL (
  SELECT f.id
  FROM enterprise f
  WHERE f.credit_code = k.code
  UNION ALL
  (
    SELECT f.id
    FROM enterprise f
    WHERE k.code IS NULL AND f.match_name = k.firm
    ORDER BY f.credit_code IS NOT NULL, f.created_at, f.id
    LIMIT 1
  )
) e`;

/** A firm as people call it; one entered by hand may have its full name alone. */
export const firmName = ({
  enterpriseShortName,
  enterpriseName,
}: {
  enterpriseShortName: string;
  enterpriseName: string;
}): string => enterpriseShortName || enterpriseName;

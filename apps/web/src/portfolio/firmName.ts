/** The short name of an enterprise; one entered by hand may only have its full name. */
export const firmName = ({
  enterpriseShortName,
  enterpriseName,
}: {
  enterpriseShortName: string;
  enterpriseName: string;
}): string => enterpriseShortName || enterpriseName;

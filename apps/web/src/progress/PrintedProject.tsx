interface Props {
  row: {
    readonly projectName: string;
    readonly enterpriseName: string;
    readonly enterpriseShortName: string | null;
    readonly parkName: string;
    readonly officerName?: string | null;
  };
}

/** A project on paper: its name, and below it whose it is and where. */
export const PrintedProject = ({ row }: Props) => (
  <>
    {row.projectName}
    <div>
      {[row.enterpriseShortName || row.enterpriseName, row.parkName, row.officerName].filter(Boolean).join('·')}
    </div>
  </>
);

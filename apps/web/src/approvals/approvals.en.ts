export const approvalsEn = {
  approvals: {
    kind: { 'contract-signing': 'Contract signing', supplement: 'Supplement', waiver: 'Waiver', 'consequence-decision': 'Decision on a breach', 'milestone-extension': 'Milestone extension' },
  },
};

export const approvalsZh = {
  approvals: {
    kind: { 'contract-signing': '合同签约', supplement: '补充协议', waiver: '豁免', 'consequence-decision': '违约处置', 'milestone-extension': '节点延期' },
  },
};

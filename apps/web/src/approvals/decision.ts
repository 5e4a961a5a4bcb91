/** What a person may do with a case. */
export type Decision = 'approve' | 'return' | 'add-signer' | 'revoke';

/** What a role may do with the register of legal texts. */
export const LEGAL_REGISTER_PERMISSIONS = ['legal-register.read', 'legal-register.record'] as const;

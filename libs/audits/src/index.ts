export { AUDIT_LIFECYCLE, type AuditState } from './domain/audit-lifecycle';

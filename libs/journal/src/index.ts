export { JOURNAL_PERMISSIONS } from './journal.permissions';

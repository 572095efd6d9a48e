export { ClaimTransaction, ClaimWork } from './claim-work';
export { createDataSource, useOurTypes } from './data-source';
export { DatabaseModule } from './database.module';
export { type Fence, Inbox } from './inbox';
export { migrate } from './migrate';
export { bootstrap, prepareDatabase, type RolePasswords } from './bootstrap';
export {
  canonicalJson,
  type JournalEntry,
  ReadTransaction,
  type SqlValue,
  StaleRow,
  WriteTransaction,
} from './transaction';
export { PublicReads } from './public-reads';
export { definerFunction, registerTable, tenantTable } from './migration-kit';
export { type Idempotency, type IdempotencyKey, IdempotencyKeyReused, UnitOfWork } from './unit-of-work';

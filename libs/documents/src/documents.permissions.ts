import { AGENCY_OFFICERS, type PermissionTable, ROLES } from '@app/kernel';

import { APPROVALS_PERMISSIONS } from './approvals.permissions';
import { DESK_PERMISSIONS } from './desk.permissions';
import { READING_PERMISSIONS } from './reading.permissions';
import { TTHC_PERMISSIONS } from './tthc.permissions';

export const DOCUMENTS_PERMISSIONS = {
  'documents.read': ROLES,
  'documents.read-drafts': [
    'author',
    'secretary',
    'unit-focal',
    'reviewer',
    'approver',
    'head',
    'clerk',
    'office-lead',
    'agency-admin',
  ],
  /** Versions that were or will be in force; everybody else sees the one that is (DI-10). */
  'documents.read-history': AGENCY_OFFICERS,
  'documents.draft': ['author', 'secretary', 'unit-focal'],
  'documents.submit': ['author', 'secretary', 'unit-focal'],
  'documents.review': ['reviewer', 'approver', 'head'],
  'documents.approve': ['approver', 'head'],
  /** Kiểm tra ISO and kiểm tra thể thức; which of them is said by the step (OF-05). */
  'documents.check': ['secretary', 'office-lead'],
  'documents.return': ['secretary', 'office-lead', 'reviewer', 'approver', 'head'],
  /** Puts another person at a station that waits, with the reason (R18). */
  'documents.reassign': ['secretary', 'office-lead', 'head', 'agency-admin'],
  'documents.read-routes': ROLES,
  'documents.define-routes': ['secretary', 'agency-admin'],
  'documents.copy': ROLES,
  'documents.read-decisions': AGENCY_OFFICERS,
  'documents.draft-decision': ['secretary'],
  /** Văn thư: enters number and date, has no right over content. */
  'documents.register-decision': ['clerk'],
  /** Periodic reviews, and everybody's requests for change. */
  'documents.read-upkeep': AGENCY_OFFICERS,
  /** What other agencies laid before this one, and what it lays before others (OF-06). */
  'documents.read-offers': AGENCY_OFFICERS,
  'documents.review-periodically': ['secretary', 'unit-focal', 'reviewer', 'approver', 'head'],
  'documents.set-review-rules': ['secretary', 'agency-admin'],
  'documents.request-change': ROLES,
  'documents.answer-request': ['secretary'],
  /** Tài liệu bên ngoài: entered, and looked at again (DI-14). */
  'documents.keep-external': ['secretary', 'unit-focal', 'office-lead'],
  /** Say which text of the register a citation means. */
  'documents.link-citations': ['author', 'secretary', 'unit-focal', 'office-lead'],
  /** Where a legal text is cited, over all agencies of a province. */
  'documents.read-province-citations': ['province-reader', 'province-admin'],
  'documents.read-records': AGENCY_OFFICERS,
  'documents.keep-records': ['author', 'secretary', 'unit-focal', 'clerk', 'office-lead'],
  'documents.approve-disposal': ['head'],
  ...APPROVALS_PERMISSIONS,
  ...READING_PERMISSIONS,
  ...DESK_PERMISSIONS,
  ...TTHC_PERMISSIONS,
  /** OF-04: papers that are in force already come in by the batch. */
  'documents.import': ['secretary'],
  /** Kiểm tra thể thức before signing (OF-02). */
  'documents.check-form': ['office-lead'],
  'documents.attach-scan': ['clerk', 'secretary'],
  /** Căn cứ thường dùng, form check, amendment table: how this agency issues. */
  'documents.set-issuing': ['secretary', 'agency-admin'],
  'documents.offer': ['secretary'],
  'documents.adopt': ['secretary'],
  /** Add to the list of bodies, posts and places that exist no more. */
  'documents.name-retired': ['secretary', 'agency-admin', 'province-admin', 'installation-admin'],
  /** Documents of predecessors that the successor keeps in force (OF-11). */
  'documents.continue': ['secretary', 'agency-admin'],
} as const satisfies PermissionTable;

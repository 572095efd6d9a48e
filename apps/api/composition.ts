import {
  ADMINISTRATIVE_PROCEDURES_CONSTRAINTS,
  ADMINISTRATIVE_PROCEDURES_PERMISSIONS,
  ADMINISTRATIVE_PROCEDURES_PROBLEMS,
} from '@app/administrative-procedures';
import { DECLARATIONS_CONSTRAINTS, DECLARATIONS_PERMISSIONS, DECLARATIONS_PROBLEMS } from '@app/declarations';
import { DOCUMENTS_CONSTRAINTS, DOCUMENTS_PERMISSIONS, DOCUMENTS_PROBLEMS } from '@app/documents';
import { IDENTITY_CONSTRAINTS, IDENTITY_PERMISSIONS, IDENTITY_PROBLEMS } from '@app/identity';
import { DOSSIERS_CONSTRAINTS, DOSSIERS_PERMISSIONS, DOSSIERS_PROBLEMS } from '@app/dossiers';
import { JOURNAL_PERMISSIONS } from '@app/journal';
import { type PermissionTable } from '@app/kernel';
import { LEGAL_IMPACT_PERMISSIONS, LEGAL_IMPACT_PROBLEMS } from '@app/legal-impact';
import {
  LEGAL_REGISTER_CONSTRAINTS,
  LEGAL_REGISTER_PERMISSIONS,
  LEGAL_REGISTER_PROBLEMS,
} from '@app/legal-register';
import { NOTIFICATIONS_PERMISSIONS, NOTIFICATIONS_PROBLEMS } from '@app/notifications';
import { ORGANIZATION_CONSTRAINTS, ORGANIZATION_PERMISSIONS, ORGANIZATION_PROBLEMS } from '@app/organization';
import { FORMS_PROBLEMS } from '@app/platform/forms';
import { PLATFORM_PROBLEMS, type ProblemTexts } from '@app/platform/http';
import { FILE_PROBLEMS } from '@app/platform/office';
import { PDF_PROBLEMS } from '@app/platform/pdf';
import { SCANS_PROBLEMS } from '@app/platform/scans';
import { STORAGE_PROBLEMS } from '@app/platform/storage';
import { WORK_PERMISSIONS, WORK_PROBLEMS } from '@app/work';

/** Problem texts of all slices. */
export const PROBLEMS = [
  ADMINISTRATIVE_PROCEDURES_PROBLEMS,
  IDENTITY_PROBLEMS,
  LEGAL_IMPACT_PROBLEMS,
  LEGAL_REGISTER_PROBLEMS,
  NOTIFICATIONS_PROBLEMS,
  WORK_PROBLEMS,
  ORGANIZATION_PROBLEMS,
  DOCUMENTS_PROBLEMS,
  DECLARATIONS_PROBLEMS,
  DOSSIERS_PROBLEMS,
  STORAGE_PROBLEMS,
  FILE_PROBLEMS,
  FORMS_PROBLEMS,
  PDF_PROBLEMS,
  SCANS_PROBLEMS,
];

/** Every problem that an answer may name: what docs/errors.md lists. */
export const CATALOGUE: ProblemTexts = Object.assign({}, PLATFORM_PROBLEMS, ...PROBLEMS) as ProblemTexts;

/** Permissions of all slices and the roles that hold them. */
export const PERMISSION_TABLE: PermissionTable = {
  ...ADMINISTRATIVE_PROCEDURES_PERMISSIONS,
  ...IDENTITY_PERMISSIONS,
  ...JOURNAL_PERMISSIONS,
  ...LEGAL_IMPACT_PERMISSIONS,
  ...LEGAL_REGISTER_PERMISSIONS,
  ...NOTIFICATIONS_PERMISSIONS,
  ...ORGANIZATION_PERMISSIONS,
  ...WORK_PERMISSIONS,
  ...DOCUMENTS_PERMISSIONS,
  ...DECLARATIONS_PERMISSIONS,
  ...DOSSIERS_PERMISSIONS,
};

/** Constraint of the database → code of the refusal that it stands for. */
export const CONSTRAINTS: Readonly<Record<string, string>> = {
  ...ADMINISTRATIVE_PROCEDURES_CONSTRAINTS,
  ...IDENTITY_CONSTRAINTS,
  ...ORGANIZATION_CONSTRAINTS,
  ...LEGAL_REGISTER_CONSTRAINTS,
  ...DOCUMENTS_CONSTRAINTS,
  ...DECLARATIONS_CONSTRAINTS,
  ...DOSSIERS_CONSTRAINTS,
};

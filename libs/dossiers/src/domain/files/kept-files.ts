/** A column that names a file of the store by its hash. */
export interface KeptFileColumn {
  readonly table: string;
  readonly column: string;
  readonly area: 'records' | 'renditions' | 'public';
  /** Rows whose file must be there; all that have a hash when absent. */
  readonly when?: string;
  /** Files of the whole installation lie under a pseudo-agency. */
  readonly agency?: string;
  /** Column of the agency among whose files it lies, where that is not `agency_id`. */
  readonly holder?: string;
}

/** Every file that a row promises: what a backup must hold and a schedule must find intact (RI-03). */
export const KEPT_FILES: readonly KeptFileColumn[] = [
  { table: 'documents.version', column: 'master_sha256', area: 'records' },
  { table: 'documents.version', column: 'rendition_sha256', area: 'renditions' },
  {
    table: 'documents.approval_file',
    column: 'sha256',
    area: 'records',
    when: "state in ('checked', 'approved')",
  },
  {
    table: 'documents.issuing_decision',
    column: 'scan_sha256',
    area: 'records',
    when: "scan_state = 'ready'",
  },
  { table: 'documents.reading_meeting', column: 'file_sha256', area: 'records' },
  { table: 'documents.print', column: 'docx_sha256', area: 'renditions' },
  { table: 'documents.print', column: 'pdf_sha256', area: 'renditions' },
  { table: 'declarations.declaration', column: 'pdf_sha256', area: 'public' },
  {
    table: 'legal_register.intake',
    column: 'sha256',
    area: 'records',
    when: 'media_type is not null',
  },
  {
    table: 'legal_register.legal_text',
    column: "(file ->> 'sha256')",
    area: 'records',
    when: "file ->> 'state' = 'ready'",
    holder: 'steward_agency_id',
  },
  {
    table: 'administrative_procedures.announcement_file',
    column: 'sha256',
    area: 'records',
    when: "state = 'read'",
  },
  { table: 'dossiers.agency_export', column: 'sha256', area: 'records', when: "state = 'ready'" },
  {
    table: 'journal.head_export',
    column: 'sha256',
    area: 'records',
    agency: '00000000-0000-4000-8000-000000000000',
  },
];

/** Hashes that name no file of their own, and why. A new column of a hash stands here or above: a test asks. */
export const NO_KEPT_FILE: Readonly<Record<string, string>> = {
  'declarations.declaration_line.rendition_sha256': 'the PDF of a version, listed there',
  'documents.import_archive.sha256': 'goes when its documents are taken out',
  'documents.import_item.sha256': 'the upload, or the version that came of it',
  'documents.issued_copy.sha256': 'proof of a copy that was handed out and is not kept',
  'documents.offer.master_sha256': 'lies with the owner',
  'documents.offer.rendition_sha256': 'lies with the owner',
  'documents.upload.sha256': 'quarantine: goes when it is refused or taken',
  'documents.upload.rendition_sha256': 'a preview; the version that came of it has its own',
  'documents.version_comment.rendition_sha256': 'the PDF of a version, listed there',
  'dossiers.file_check.sha256': 'what was found of a file that stands above',
  'dossiers.paper.scan_sha256': 'no paper is scanned into a folder yet',
  'reference.printed_template.sha256': 'no template is uploaded yet',
};

/** Agency and hash of every file that this column promises, each once. */
export function keptFilesSql(
  { table, column, when, agency, holder = 'agency_id' }: KeptFileColumn,
  onlyAgency: string | null,
): string {
  const owner = agency === undefined ? holder : `'${agency}'::uuid`;
  const conditions = [`${column} is not null`, ...(when === undefined ? [] : [when])];
  if (onlyAgency !== null) conditions.push(`${holder} = ${onlyAgency}`);
  return `select distinct ${owner} as agency_id, ${column} as sha256 from ${table} where ${conditions.join(' and ')}`;
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { Passwords } from '@app/identity';
import { type Actor, type PersonId, uuidV7 } from '@app/kernel';
import { type FileStore } from '@app/platform/storage';
import { PDFDocument } from 'pdf-lib';

import { type TestAgency, type World } from '../../support';

export const PASSWORD = 'Mật khẩu thử 2026!';
export const STANDARD = '00000000-0000-7000-8000-000000900115';

let hash: string | null = null;

/** A person who can sign: a password of their own and a position with a formula. */
export async function signatory(
  world: World,
  person: Actor & { personId: PersonId },
  { position, formula }: { position: string; formula: string },
): Promise<void> {
  hash ??= await new Passwords().hash(PASSWORD);
  await world.owner.query(
    'insert into identity.credential (person_id, login, password_hash) values ($1, $2, $3)',
    [person.personId, person.personId, hash],
  );
  await world.owner.query(
    'update identity.membership set position_title = $2, formula = $3 where person_id = $1',
    [person.personId, position, formula],
  );
}

/** A PDF of one page; with a picture when it stands for a scan. */
export async function aPdf({ picture = false }: { picture?: boolean } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText(randomBytes(8).toString('hex'), { x: 50, y: 700 });
  if (picture) page.drawImage(await document.embedPng(ONE_PIXEL), { x: 50, y: 50, width: 100, height: 40 });
  return Buffer.from(await document.save());
}

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface ProcedureOptions {
  code?: string;
  title?: string;
  series?: string;
  pdf?: Buffer;
}

export interface TestProcedure {
  documentId: string;
  versionId: string;
  code: string;
  pdf: Buffer;
  verificationCode: string;
}

/** A procedure in force since last year, as an issuing decision left it, with its rendition in the store. */
export async function procedure(
  world: World,
  { agency, files }: { agency: TestAgency; files: FileStore },
  options: ProcedureOptions = {},
): Promise<TestProcedure> {
  const {
    code = `QT-${randomBytes(3).toString('hex')}`,
    title = 'Đăng ký khai sinh',
    series = 'Hộ tịch',
  } = options;
  const documentId = uuidV7();
  await world.owner.query(
    `insert into documents.document (agency_id, id, kind, code, series, title)
     values ($1, $2, 'procedure', $3, $4, $5)`,
    [agency.id, documentId, code, series, title],
  );
  const pdf = options.pdf ?? (await aPdf());
  const version = await nextVersion(world, { agency, files }, { documentId, code, series, title, pdf });
  return { ...version, documentId, code, pdf };
}

/** Another version of it, in force from today; the one before ends yesterday. */
export async function nextVersion(
  world: World,
  { agency, files }: { agency: TestAgency; files: FileStore },
  { documentId, code, series, title, pdf }: Required<ProcedureOptions> & { documentId: string },
): Promise<{ versionId: string; verificationCode: string }> {
  await files.put('renditions', agency.id, pdf);
  const versionId = uuidV7();
  const decisionId = uuidV7();
  const verificationCode = randomBytes(12).toString('base64url');
  await world.owner.query(
    `insert into documents.issuing_decision (agency_id, id, abstract, signer_id, signer_name, signer_position, formula, created_by)
     values ($1, $2, 'Ban hành', $3, 'Người ký', 'Chủ tịch', 'TM.', $3)`,
    [agency.id, decisionId, randomUUID()],
  );
  const { rowCount } = await world.owner.query(
    `update documents.version set validity = daterange(lower(validity), app.today())
      where agency_id = $1 and document_id = $2 and upper_inf(validity)`,
    [agency.id, documentId],
  );
  const from = (rowCount ?? 0) > 0 ? 'app.today()' : "date '2025-07-01'";
  await world.owner.query(
    `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
       drafter_id, drafter_name, uploader_id, uploader_name, validity, decision_id, master_sha256, master_name,
       master_size, master_type, rendition_state, rendition_sha256, rendition_size, verification_code)
     values ($1, $2, $3, $4, 0, 'issued', $5, $6, $7, 'procedure', $8, 'Soạn', $8, 'Soạn', daterange(${from}, null), $9,
       'x', 'x.doc', 1, 'application/msword', 'ready', $10, $11, $12)`,
    [
      agency.id,
      versionId,
      documentId,
      (rowCount ?? 0) + 1,
      code,
      series,
      title,
      randomUUID(),
      decisionId,
      createHash('sha256').update(pdf).digest('hex'),
      pdf.length,
      verificationCode,
    ],
  );
  return { versionId, verificationCode };
}

import { randomBytes, randomUUID } from 'node:crypto';

import { issuerKey, lawNameKey, numberSymbolKey, uuidV7 } from '@app/kernel';

import { type TestAgency, type World } from '../../support';

interface Cited {
  numberSymbol?: string;
  issuer?: string | null;
  issuedOn?: string | null;
  name?: string;
  year?: number | null;
}

interface DocumentOptions {
  unitId?: string | null;
  cites?: readonly Cited[];
  /** Range literal; by default in force since last year. */
  validity?: string | null;
  state?: 'draft' | 'in-review' | 'approved' | 'issued' | 'withdrawn';
  code?: string;
}

/** A document with one version, written straight into the tables of `documents` as its owner would leave them. */
export async function aDocument(
  world: World,
  agency: TestAgency,
  { unitId = null, cites = [], validity = '[2025-07-01,)', state = 'issued', code }: DocumentOptions = {},
): Promise<{ documentId: string; versionId: string }> {
  const documentId = uuidV7();
  const named = code ?? `QT-${randomBytes(4).toString('hex')}`;
  await world.owner.query(
    `insert into documents.document (agency_id, id, kind, code, series, title, owning_unit_id)
     values ($1, $2, 'procedure', $3, 'HT', 'Quy trình thử', $4)`,
    [agency.id, documentId, named, unitId],
  );
  const versionId = await aVersion(world, agency, {
    documentId,
    unitId,
    cites,
    validity,
    state,
    code: named,
  });
  return { documentId, versionId };
}

/** A further version of a document. */
export async function aVersion(
  world: World,
  agency: TestAgency,
  {
    documentId,
    unitId = null,
    cites = [],
    validity = null,
    state = 'draft',
    code = 'QT',
  }: DocumentOptions & { documentId: string },
): Promise<string> {
  const id = uuidV7();
  const decisionId = uuidV7();
  await world.owner.query(
    `insert into documents.issuing_decision (agency_id, id, abstract, signer_id, signer_name, signer_position, formula, created_by)
     values ($1, $2, 'Ban hành', $3, 'Người ký', 'Chủ tịch', 'TM.', $3)`,
    [agency.id, decisionId, randomUUID()],
  );
  const issue = await world.owner.query<{ n: number }>(
    'select count(*)::int + 1 as n from documents.version where agency_id = $1 and document_id = $2',
    [agency.id, documentId],
  );
  const [inForce, decision] = ['issued', 'withdrawn'].includes(state) ? [validity, decisionId] : [null, null];
  await world.owner.query(
    `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
       owning_unit_id, drafter_id, drafter_name, uploader_id, uploader_name, validity, decision_id, master_sha256, master_name,
       master_size, master_type, rendition_state, verification_code)
     values ($1, $2, $3, $4, 0, $5, $6, 'HT', 'Quy trình thử', 'procedure', $7, $8, 'Soạn', $8, 'Soạn', $9, $10, 'x', 'x.doc',
       1, 'application/msword', 'ready', $11)`,
    [
      agency.id,
      id,
      documentId,
      issue.rows[0]!.n,
      state,
      code,
      unitId,
      randomUUID(),
      inForce,
      decision,
      randomBytes(10).toString('hex'),
    ],
  );
  await citeAll(world, agency, { versionId: id, cites });
  return id;
}

async function citeAll(
  world: World,
  agency: TestAgency,
  { versionId, cites }: { versionId: string; cites: readonly Cited[] },
): Promise<void> {
  for (const [ordinal, cited] of cites.entries()) await cite(world, agency, { versionId, ordinal, cited });
}

async function cite(
  world: World,
  agency: TestAgency,
  { versionId, ordinal, cited }: { versionId: string; ordinal: number; cited: Cited },
): Promise<void> {
  if (cited.numberSymbol !== undefined) {
    await world.owner.query(
      `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, issuer, issuer_key, issued_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        agency.id,
        uuidV7(),
        versionId,
        ordinal,
        cited.numberSymbol,
        numberSymbolKey(cited.numberSymbol),
        cited.issuer ?? null,
        issuerKey(cited.issuer ?? null),
        cited.issuedOn ?? null,
      ],
    );
  }
  if (cited.name !== undefined) {
    await world.owner.query(
      `insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [agency.id, uuidV7(), versionId, ordinal, cited.name, lawNameKey(cited.name), cited.year ?? null],
    );
  }
}

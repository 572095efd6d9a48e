// The office that `http.bench.mts` measures: one person's session, 20,000 documents in force, drafts and approvals to come.
import { PDFDocument } from 'pdf-lib';
import type pg from 'pg';
import { until } from '../../scripts/lib/processes.mts';

export const PASSWORD = 'Iso-DienTu@2026';
const DOCUMENTS = 20_000;

export class Person {
  readonly base: string;
  readonly cookie: string;

  constructor(base: string, cookie: string) {
    this.base = base;
    this.cookie = cookie;
  }

  static async signIn(base: string, login: string): Promise<Person> {
    const answer = await fetch(`${base}/sessions`, {
      method: 'POST',
      headers: { origin: new URL(base).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return new Person(base, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  async send<Result>(method: string, url: string, body?: unknown): Promise<Result> {
    const form = body instanceof FormData;
    const answer = await fetch(url.startsWith('http') ? url : this.base + url, {
      method,
      headers: {
        origin: new URL(this.base).origin,
        cookie: this.cookie,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${String(answer.status)} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Result;
  }
}

/** A real upload through the API and the worker: what the other drafts are copies of. */
export async function uploadOne(person: Person): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Quy trinh', { x: 60, y: 760 });
  const form = new FormData();
  form.append('file', new Blob([await document.save()]), 'quy-trinh.pdf');
  const { id } = await person.send<{ id: string }>('POST', '/uploads', form);
  const read = await until(
    async () =>
      ['ready', 'unread'].includes((await person.send<{ state: string }>('GET', `/uploads/${id}`)).state),
    60_000,
  );
  if (!read) throw new Error('the upload was not read');
  return id;
}

export async function fill(
  owner: pg.Client,
  uploadId: string,
): Promise<{ versionId: string; drafterId: string; contentHash: string }> {
  const { rows: uploads } = await owner.query(
    'select agency_id, rendition_sha256 from documents.upload where id = $1',
    [uploadId],
  );
  const { agency_id: agencyId, rendition_sha256: contentHash } = uploads[0] as {
    agency_id: string;
    rendition_sha256: string;
  };
  const { rows: people } = await owner.query(
    "select person_id from identity.membership where agency_id = $1 and 'unit-focal' = any (roles)",
    [agencyId],
  );
  const { person_id: drafterId } = people[0] as { person_id: string };
  const decision = crypto.randomUUID();
  await owner.query(
    `insert into documents.issuing_decision (agency_id, id, state, abstract, signer_id, signer_name, signer_position, formula, number,
        signed_on, effective_on, created_by) values ($1, $2, 'registered', 'Đo', $3, 'x', 'x', '', '1/QĐ', '2026-01-05', '2026-01-05', $3)`,
    [agencyId, decision, drafterId],
  );
  await owner.query(
    `with made as (insert into documents.document (agency_id, id, kind, code, series, title)
       select $1, gen_random_uuid(), 'procedure', 'QT ' || n || '/DO', 'Lĩnh vực ' || n % 40, 'Quy trình giải quyết thủ tục số ' || n
         from generate_series(1, $2::int) n returning *)
     insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id, drafter_name,
         uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state, rendition_sha256,
         rendition_size, rendition_pages, validity, decision_id, verification_code)
     select agency_id, gen_random_uuid(), id, 1, 0, 'issued', code, series, title, kind, $4, 'x', $4, 'x', $5, 'a.pdf', 1, 'pdf', 'ready', $5, 1, 1,
            daterange('2026-01-05', null), $3, id::text from made`,
    [agencyId, DOCUMENTS, decision, drafterId, contentHash],
  );
  const { rows } = await owner.query('select id from documents.version where agency_id = $1 limit 1', [
    agencyId,
  ]);
  const { id: versionId } = rows[0] as { id: string };
  await owner.query(
    `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key)
     select $1, gen_random_uuid(), $2, n, n || '/2015/NĐ-CP', n || '/2015/nd-cp', 'Nghị định', 'Chính phủ', 'chinh phu' from generate_series(1, 20) n`,
    [agencyId, versionId],
  );
  await owner.query('analyze');
  return { versionId, drafterId, contentHash };
}

export async function copyUploads(owner: pg.Client, uploadId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query(
    `insert into documents.upload (agency_id, id, uploader_id, file_name, media_type, size, sha256, state, progress, proposal,
        rendition_sha256, rendition_size, rendition_pages)
     select agency_id, gen_random_uuid(), uploader_id, file_name, media_type, size, sha256, 'ready', 100, proposal, rendition_sha256,
            rendition_size, rendition_pages from documents.upload, generate_series(1, $2::int) where id = $1 returning id`,
    [uploadId, count],
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** Versions that wait for the head's approval, each on their desk. */
export async function makeWaiting(owner: pg.Client, versionId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query(
    `with head as (select m.* from identity.membership m join documents.version v on v.agency_id = m.agency_id
         where v.id = $1 and 'head' = any (m.roles)),
       made as (insert into documents.document (agency_id, id, kind, code, series, title)
         select agency_id, gen_random_uuid(), 'procedure', 'CD ' || n, 'Chờ duyệt', 'Quy trình chờ duyệt' from head, generate_series(1, $2::int) n returning *),
       versions as (insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id,
           drafter_name, uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state, rendition_sha256,
           rendition_size, rendition_pages, verification_code, review_round, submitted_at)
         select made.agency_id, gen_random_uuid(), made.id, 1, 0, 'in-review', made.code, made.series, made.title, made.kind, v.drafter_id, 'x',
                v.uploader_id, 'x', v.master_sha256, 'a.pdf', 1, 'pdf', 'ready', v.rendition_sha256, 1, 1, made.id::text, 1, now()
           from made, documents.version v where v.id = $1 returning *),
       steps as (insert into documents.route_step (agency_id, id, version_id, round, step_no, stage, kind, assignee_id, assignee_name, state, since)
         select versions.agency_id, gen_random_uuid(), versions.id, 1, 2, 2, 'approve', head.person_id, head.person_name, 'current', now() from versions, head returning *),
       items as (insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link)
         select agency_id, 'approve', 'document-version', version_id, assignee_id, 'Phê duyệt', '/' from steps returning 1)
     select id from versions`,
    [versionId, count],
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}

// The limit that `http.bench.mts` measures against: node:http and pg, written by hand for exactly these five acts, on
// the same database, under the same role and the same policies. It leaves out what a product cannot leave out (input
// checks, problem answers, OpenAPI, headers, logs), and so shows what the machine and the database allow.
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { verify } from '@node-rs/argon2';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
const pool = new pg.Pool({ connectionString: process.env['ISO_DB_APP_URL'], max: 20 });
const portal = new pg.Pool({ connectionString: process.env['ISO_DB_PORTAL_URL'], max: 10 });

for (const each of [pool, portal]) each.on('error', () => undefined); // the database may end first

interface Caller {
  person: { id: string; fullName: string };
  agencies: { id: string; path: string; positionTitle: string }[];
}

async function callerOf(request: IncomingMessage): Promise<Caller> {
  const token = /__Host-iso_session=([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const { rows } = await pool.query('select identity.resolve_session($1) as session', [
    createHash('sha256').update(token).digest(),
  ]);
  return (rows[0] as { session: Caller }).session;
}

async function inTransaction<Result>(
  caller: Caller,
  readOnly: boolean,
  work: (client: pg.PoolClient, agencyId: string) => Promise<Result>,
): Promise<Result> {
  const [agency] = caller.agencies;
  if (agency === undefined) throw new Error('no agency');
  const client = await pool.connect();
  try {
    await client.query(readOnly ? 'begin read only' : 'begin');
    await client.query(
      `select set_config('app.agency_id', $1, true), set_config('app.readable', $2, true),
              set_config('app.person_id', $3, true), set_config('app.path', $4, true)`,
      [agency.id, `{${agency.id}}`, caller.person.id, agency.path],
    );
    const result = await work(client, agency.id);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const OPEN = `
  select v.id, v.document_id, v.state, v.row_version, v.code, v.series, v.title, v.kind, u.name as unit_name,
         v.drafter_name, v.uploader_name, v.issue, v.revision, v.printed_issued_on, v.change_note, lower(v.validity) as effective_on,
         upper(v.validity) as ends_on, v.problems, v.master_name, v.master_size, v.rendition_sha256, v.rendition_pages, d.number, d.signed_on,
         (select jsonb_agg(to_jsonb(c) order by c.ordinal) from documents.citation c where c.agency_id = v.agency_id and c.version_id = v.id) as citations,
         (select jsonb_agg(to_jsonb(n) order by n.ordinal) from documents.named_text n where n.agency_id = v.agency_id and n.version_id = v.id) as named,
         (select jsonb_agg(to_jsonb(s) order by s.round, s.step_no) from documents.route_step s where s.agency_id = v.agency_id and s.version_id = v.id) as steps,
         (select jsonb_agg(to_jsonb(g) order by g.signed_at) from documents.signature g where g.agency_id = v.agency_id and g.version_id = v.id) as signatures,
         (select e.id from documents.version e where e.agency_id = v.agency_id and e.document_id = v.document_id
           and e.state in ('issued', 'withdrawn') and e.validity @> app.today()) as effective_version_id
    from documents.version v
    left join organization.unit u on u.agency_id = v.agency_id and u.id = v.owning_unit_id
    left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id
   where v.agency_id = any ($1::uuid[]) and v.id = $2`;

const RESOLVE = `
  select distinct on (a.ordinal) a.ordinal, t.id, t.title, legal_register.status_on(t.id, app.today()) as status
    from jsonb_to_recordset($1::jsonb) as a (ordinal int, number_key text, issuer_key text)
    join legal_register.legal_text t on t.number_key = a.number_key and (a.issuer_key = '' or t.issuer_key = a.issuer_key)
   order by a.ordinal, t.id`;

const LIST = `
  select v.document_id, v.id, v.code, v.series, v.title, v.kind, v.state, v.issue, v.revision, lower(v.validity) as effective_on,
         u.name as unit_name, v.agency_id, a.short_name, v.series_key, v.code_key
    from documents.version v
    left join organization.unit u on u.agency_id = v.agency_id and u.id = v.owning_unit_id
    join organization.agency a on a.id = v.agency_id
   where v.agency_id = $1 and v.state in ('issued', 'withdrawn') and v.starts_on <= app.today() and v.ends_before > app.today()
   order by v.series_key, v.code_key, v.id limit 51`;

type Body = Record<string, string>;

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Body;
}

async function journal(client: pg.PoolClient, caller: Caller, entry: Record<string, string>): Promise<void> {
  await client.query('select journal.append($1::jsonb)', [
    JSON.stringify({
      kind: 'person',
      personName: caller.person.fullName,
      correlationId: 'bench',
      entries: [{ reason: null, detail: '{}', ...entry }],
    }),
  ]);
}

async function draft(caller: Caller, body: Body): Promise<unknown> {
  return inTransaction(caller, false, async (client, agencyId) => {
    const { rows } = await client.query(
      "select * from documents.upload where agency_id = $1 and id = $2 and state = 'ready' for update",
      [agencyId, body['uploadId']],
    );
    const upload = rows[0] as { sha256: string; file_name: string; size: string };
    await client.query('select 1 from identity.membership where agency_id = $1 and person_id = $2', [
      agencyId,
      body['drafterId'],
    ]);
    await client.query(
      'select 1 from documents.document where agency_id = $1 and code_key = documents.code_key($2)',
      [agencyId, body['code']],
    );
    const [documentId, id] = [crypto.randomUUID(), crypto.randomUUID()];
    await client.query(
      "insert into documents.document (agency_id, id, kind, code, series, title) values ($1, $2, 'procedure', $3, $4, $5)",
      [agencyId, documentId, body['code'], body['series'], body['title']],
    );
    await client.query(
      `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id,
          drafter_name, uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state,
          rendition_sha256, rendition_size, rendition_pages, verification_code)
       values ($1, $2, $3, 1, 0, 'draft', $4, $5, $6, 'procedure', $7, 'x', $8, 'x', $9, $10, $11, 'pdf', 'ready', $9, $11, 1, $12)`,
      [
        agencyId,
        id,
        documentId,
        body['code'],
        body['series'],
        body['title'],
        body['drafterId'],
        caller.person.id,
        upload.sha256,
        upload.file_name,
        upload.size,
        randomBytes(12).toString('base64url'),
      ],
    );
    await client.query("update documents.upload set state = 'linked' where agency_id = $1 and id = $2", [
      agencyId,
      body['uploadId'],
    ]);
    await journal(client, caller, {
      action: 'documents.version-drafted',
      subjectType: 'document',
      subjectId: documentId,
    });
    const shown = await client.query(OPEN, [[agencyId], id]);
    return shown.rows[0] as unknown;
  });
}

async function approve(caller: Caller, versionId: string, body: Body): Promise<void> {
  const known = await pool.query('select password_hash from identity.password_of($1)', [caller.person.id]);
  await verify((known.rows[0] as { password_hash: string }).password_hash, body['password'] ?? '');
  await inTransaction(caller, false, async (client, agencyId) => {
    await client.query('select 1 from documents.version where agency_id = $1 and id = $2 for update', [
      agencyId,
      versionId,
    ]);
    const { rows } = await client.query(
      "select * from documents.route_step where agency_id = $1 and version_id = $2 and state = 'current'",
      [agencyId, versionId],
    );
    const step = rows[0] as { id: string };
    await client.query(
      "update documents.version set state = 'approved', approved_at = now(), row_version = row_version + 1 where agency_id = $1 and id = $2",
      [agencyId, versionId],
    );
    await client.query(
      "update documents.route_step set state = 'done', decided_at = now() where agency_id = $1 and id = $2",
      [agencyId, step.id],
    );
    await client.query(
      `insert into documents.signature (agency_id, id, version_id, step_id, meaning, signer_id, signer_name, position_title, formula,
          drafter_id, content_hash, metadata_hash, signed_at)
       select agency_id, gen_random_uuid(), id, $3, 'approved', $4, 'x', 'x', '', drafter_id, rendition_sha256, coalesce(metadata_hash, ''), now()
         from documents.version where agency_id = $1 and id = $2`,
      [agencyId, versionId, step.id, caller.person.id],
    );
    await client.query(
      "update work.item set closed_at = now(), close_reason = 'x' where agency_id = $1 and subject_id = $2 and closed_at is null",
      [agencyId, versionId],
    );
    await client.query(
      "insert into platform.outbox_message (agency_id, id, name, payload, correlation_id) values ($1, gen_random_uuid(), 'documents.version-approved.v1', '{}', 'bench')",
      [agencyId],
    );
    await journal(client, caller, {
      action: 'documents.version-approved',
      subjectType: 'document',
      subjectId: versionId,
    });
  });
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const path = request.url ?? '';
  if (path.startsWith('/portal')) {
    // As many bytes as our page has: its frame of words and styles.
    const frame = ' '.repeat(Number(path.split('?')[1] ?? 0));
    const { rows } = await portal.query(
      `select (select count(*) from portal.agency) as agencies, (select count(*) from portal.declaration where state = 'valid') as declarations,
              (select count(*) from portal.procedure where state = 'effective') as procedures, a.slug, a.name
         from (select null) one left join portal.agency a on true order by a.name limit 20`,
    );
    return `<!doctype html><title>Cổng</title>${frame}<ul>${(rows as { slug: string; name: string }[]).map(({ slug, name }) => `<li><a href="/co-quan/${slug}">${name}</a></li>`).join('')}</ul>`;
  }
  const caller = await callerOf(request);
  const [, kind, id = ''] = path.split('/');
  if (kind === 'versions' && request.method === 'GET') {
    return inTransaction(caller, true, async (client, agencyId) => {
      const { rows } = await client.query(OPEN, [[agencyId], id]);
      const row = rows[0] as {
        citations: { ordinal: number; number_key: string; issuer_key: string }[] | null;
      };
      const resolved = await client.query(RESOLVE, [JSON.stringify(row.citations ?? [])]);
      return { ...row, resolved: resolved.rows };
    });
  }
  if (kind === 'documents' && request.method === 'GET') {
    return inTransaction(
      caller,
      true,
      async (client, agencyId) => (await client.query<Body>(LIST, [agencyId])).rows,
    );
  }
  if (kind === 'documents') return draft(caller, await bodyOf(request));
  await approve(caller, id, await bodyOf(request));
  return null;
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  answer(request).then(
    (result) => {
      const html = typeof result === 'string';
      response.writeHead(result === null ? 204 : 200, {
        'content-type': html ? 'text/html; charset=utf-8' : 'application/json',
      });
      response.end(html ? result : JSON.stringify(result));
    },
    (error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

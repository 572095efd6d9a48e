import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Actor, type PersonId, systemActor, todayIn, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { OfficeConverter, OfficeUnavailable } from '@app/platform/office';
import { hasImages } from '@app/platform/pdf';
import { type FileStore, makeFileStore } from '@app/platform/storage';
import { type INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';

import { DraftDeclaration } from '../../../libs/declarations/src/application/draft-declaration';
import { FollowScope } from '../../../libs/declarations/src/application/follow-scope';
import { PublishDeclaration } from '../../../libs/declarations/src/application/publish-declaration';
import { RegisterDeclaration } from '../../../libs/declarations/src/application/register-declaration';
import { SignDeclaration } from '../../../libs/declarations/src/application/sign-declaration';
import { WithdrawDeclaration } from '../../../libs/declarations/src/application/withdraw-declaration';
import {
  AlreadyDeclared,
  DeclarationNotFound,
  NotReady,
  NumberRepeated,
} from '../../../libs/declarations/src/domain/refusals';
import { testServers, type TestAgency, World } from '../../support';
import { aPdf, nextVersion, PASSWORD, procedure, signatory, STANDARD } from './office';
import { openSlice } from './slice';

/** LibreOffice is tried elsewhere; here it gives a page, or is not there. */
class OnePageConverter extends OfficeConverter {
  isThere = true;

  override get isAvailable(): boolean {
    return this.isThere;
  }

  override async convert(_input: string, _target: 'docx' | 'pdf', output: string): Promise<void> {
    if (!this.isThere) throw new OfficeUnavailable();
    await writeFile(output, await aPdf());
  }
}

const TODAY = todayIn(new Date());
const converter = new OnePageConverter({ command: null });
let world: World;
let files: FileStore;
let app: INestApplicationContext;
let worker: INestApplicationContext;
let portal: Client;

interface Office {
  agency: TestAgency;
  secretary: Actor & { personId: PersonId };
  head: Actor & { personId: PersonId };
  clerk: Actor & { personId: PersonId };
}

beforeAll(async () => {
  world = await World.open();
  files = makeFileStore({ kind: 'folder', root: mkdtempSync(join(testServers().folder, 'declarations-')) });
  await files.prepare();
  app = await openSlice({ url: world.database.urls.app, files, converter });
  worker = await openSlice({ url: world.database.urls.worker, files, converter });
  portal = new Client({ connectionString: world.database.urls.portal });
  await portal.connect();
});

afterAll(async () => {
  await portal.end();
  await app.close();
  await worker.close();
  await world.close();
});

async function anOffice(name = 'Ủy ban nhân dân xã Quan Hóa'): Promise<Office> {
  const agency = await world.commune(await world.province(), name);
  const secretary = await world.person(agency, { roles: ['secretary'] });
  const head = await world.person(agency, { roles: ['head'], name: 'Lê Thị Hà' });
  const clerk = await world.person(agency, { roles: ['clerk'] });
  await signatory(world, head, { position: 'Chủ tịch', formula: 'TM.' });
  return { agency, secretary, head, clerk };
}

function draft(
  actor: Actor,
  changes: Partial<Parameters<DraftDeclaration['execute']>[2]> = {},
): Promise<string> {
  return app.get(DraftDeclaration).execute(actor, null, {
    standardId: STANDARD,
    kind: 'first',
    reason: null,
    excludeDocumentIds: [],
    ...changes,
  });
}

const sign = (actor: Actor, id: string): Promise<void> =>
  app.get(SignDeclaration).execute(actor, null, { id, password: PASSWORD });

const register = (actor: Actor, id: string, number: string, acceptRepeatedNumber = false): Promise<void> =>
  app.get(RegisterDeclaration).execute(actor, null, { id, number, signedOn: TODAY, acceptRepeatedNumber });

/** What the consumer does with the fact of a registration. */
async function publish({ agency }: Office, id: string): Promise<boolean> {
  const actor = systemActor(agency.id, uuidV7());
  const publishing = worker.get(PublishDeclaration);
  const prepared = await publishing.prepare(actor, id);
  if (prepared === null) return false;
  await worker.get(UnitOfWork).write(actor, null, (tx) => publishing.publish(tx, prepared));
  return true;
}

async function declared(
  office: Office,
  number: string,
  changes: Parameters<typeof draft>[1] = {},
): Promise<string> {
  const id = await draft(office.secretary, changes);
  await sign(office.head, id);
  await register(office.clerk, id, number);
  await publish(office, id);
  return id;
}

interface PortalDeclaration {
  state: string;
  number: string;
  signer_name: string;
  pdf_sha256: string | null;
  scope_size: number;
}

async function onPortal(id: string): Promise<PortalDeclaration | undefined> {
  const { rows } = await portal.query<PortalDeclaration>('select * from portal.declaration where id = $1', [
    id,
  ]);
  return rows[0];
}

async function proceduresOnPortal({
  agency,
}: Office): Promise<Map<string, { state: string; pdf: string | null }>> {
  const { rows } = await portal.query<{ version_id: string; state: string; pdf: string | null }>(
    'select version_id, state, pdf_sha256 as pdf from portal.procedure where agency_id = $1',
    [agency.id],
  );
  return new Map(rows.map(({ version_id, state, pdf }) => [version_id, { state, pdf }]));
}

describe('publishing a declaration', () => {
  it('brings number, date, scope, signer and files to the portal, without any picture', async () => {
    const office = await anOffice();
    const plain = await procedure(world, { ...office, files });
    const scanned = await procedure(world, { ...office, files }, { pdf: await aPdf({ picture: true }) });

    const id = await declared(office, '05/CB-UBND');

    const shown = await onPortal(id);
    expect(shown).toMatchObject({
      state: 'valid',
      number: '05/CB-UBND',
      signer_name: 'Lê Thị Hà',
      scope_size: 2,
    });
    const pdf = await files.readVerified({
      area: 'public',
      agencyId: office.agency.id,
      sha256: shown!.pdf_sha256!,
    });
    expect(await hasImages(pdf)).toBe(false);
    const procedures = await proceduresOnPortal(office);
    expect(procedures.get(plain.versionId)).toMatchObject({
      state: 'effective',
      pdf: expect.any(String) as string,
    });
    expect(procedures.get(scanned.versionId)).toEqual({ state: 'effective', pdf: null });
  });

  it('supersedes the one before, keeps both to be checked, and does so once', async () => {
    const office = await anOffice();
    const kept = await procedure(world, { ...office, files });
    const left = await procedure(world, { ...office, files });
    const first = await declared(office, '01/CB-UBND');

    const second = await declared(office, '02/CB-UBND', {
      kind: 'again',
      reason: 'thu hẹp phạm vi',
      excludeDocumentIds: [left.documentId],
    });

    expect((await onPortal(first))?.state).toBe('superseded');
    expect((await onPortal(second))?.state).toBe('valid');
    expect(await publish(office, second)).toBe(false);
    const procedures = await proceduresOnPortal(office);
    expect(procedures.get(kept.versionId)?.state).toBe('effective');
    expect(procedures.get(left.versionId)).toEqual({ state: 'out-of-scope', pdf: null });
  });

  it('takes a withdrawn one off at once: scope and files are gone, its state is not', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    const id = await declared(office, '07/CB-UBND');

    await app
      .get(WithdrawDeclaration)
      .execute(office.head, null, { id, reason: 'nhầm phạm vi', password: PASSWORD });

    expect(await onPortal(id)).toMatchObject({ state: 'withdrawn', pdf_sha256: null });
    const { rows } = await portal.query('select from portal.scope_line where declaration_id = $1', [id]);
    expect(rows).toHaveLength(0);
    expect([...(await proceduresOnPortal(office)).values()]).toEqual([{ state: 'out-of-scope', pdf: null }]);
  });

  it('waits, registered, for an Office program and goes on when there is one', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    const id = await draft(office.secretary);
    await sign(office.head, id);
    await register(office.clerk, id, '09/CB-UBND');
    converter.isThere = false;

    const withoutOffice = await publish(office, id).finally(() => (converter.isThere = true));

    const { rows } = await world.owner.query<{ state: string; waiting_for: string }>(
      'select state, waiting_for from declarations.declaration where id = $1',
      [id],
    );
    expect([withoutOffice, rows[0]]).toEqual([false, { state: 'registered', waiting_for: 'office' }]);
    expect(await publish(office, id)).toBe(true);
    expect((await onPortal(id))?.state).toBe('valid');
  });

  it('tells the public when a document of its scope has a newer version', async () => {
    const office = await anOffice();
    const known = await procedure(world, { ...office, files });
    await declared(office, '11/CB-UBND');
    await nextVersion(
      world,
      { ...office, files },
      {
        ...known,
        series: 'Hộ tịch',
        title: 'Đăng ký khai sinh',
        pdf: await aPdf(),
      },
    );

    await worker
      .get(UnitOfWork)
      .write(systemActor(office.agency.id, uuidV7()), null, (tx) =>
        worker.get(FollowScope).documentChanged(tx, known.documentId),
      );

    expect((await proceduresOnPortal(office)).get(known.versionId)).toEqual({
      state: 'superseded',
      pdf: null,
    });
  });

  it('posts the head of the journal of that day, once', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    await declared(office, '12/CB-UBND');
    const read = async (): Promise<{ day: string; hash: string }[]> => {
      const { rows } = await portal.query<{ day: string; hash: string }>(
        'select day, seq, hash from portal.head where agency_id = $1',
        [office.agency.id],
      );
      return rows;
    };
    const before = await read();

    await worker.get(UnitOfWork).write(systemActor(office.agency.id, uuidV7()), null, async (tx) => {
      tx.record({ action: 'spec.more', subjectType: 'spec', subjectId: 'x' });
      await tx.query('select portal.publish_head()');
    });

    expect(before).toHaveLength(1);
    expect(await read()).toEqual(before);
  });
});

describe('the way of a declaration', () => {
  it('refuses to be signed when its scope is no longer what is in force', async () => {
    const office = await anOffice();
    const known = await procedure(world, { ...office, files });
    const id = await draft(office.secretary);
    await nextVersion(
      world,
      { ...office, files },
      {
        ...known,
        series: 'Hộ tịch',
        title: 'Đăng ký khai sinh',
        pdf: await aPdf(),
      },
    );

    await expect(sign(office.head, id)).rejects.toBeInstanceOf(NotReady);
  });

  it('refuses to be signed without any procedure', async () => {
    const office = await anOffice();
    const id = await draft(office.secretary);

    await expect(sign(office.head, id)).rejects.toBeInstanceOf(NotReady);
  });

  it('refuses a second first declaration', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    await declared(office, '13/CB-UBND');

    await expect(draft(office.secretary)).rejects.toBeInstanceOf(AlreadyDeclared);
  });

  it('warns of a number that stands already in that year, however it is written', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    await declared(office, '14/CB-UBND');
    const id = await draft(office.secretary, { kind: 'again', reason: 'mở rộng phạm vi' });
    await sign(office.head, id);

    await expect(register(office.clerk, id, '14 /cb-ubnd')).rejects.toBeInstanceOf(NumberRepeated);
    await expect(register(office.clerk, id, '14/CB-UBND', true)).resolves.toBeUndefined();
  });

  it('lets exactly one of two simultaneous signatures through', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    const id = await draft(office.secretary);

    const outcomes = await Promise.allSettled([sign(office.head, id), sign(office.head, id)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps what was signed against the database itself', async () => {
    const office = await anOffice();
    await procedure(world, { ...office, files });
    const id = await declared(office, '15/CB-UBND');

    const change = world.owner.query("update declarations.declaration set number = '99' where id = $1", [id]);
    const unscope = world.owner.query('delete from declarations.declaration_line where declaration_id = $1', [
      id,
    ]);

    await expect(change).rejects.toMatchObject({ constraint: 'declaration_immutable' });
    await expect(unscope).rejects.toMatchObject({ constraint: 'declaration_scope_frozen' });
  });

  it('is nothing to another agency: not to be signed, registered, withdrawn, nor published', async () => {
    const office = await anOffice();
    const other = await anOffice('Ủy ban nhân dân xã Khác');
    await procedure(world, { ...office, files });
    const id = await draft(office.secretary);

    await expect(sign(other.head, id)).rejects.toBeInstanceOf(DeclarationNotFound);
    await sign(office.head, id);
    await expect(register(other.clerk, id, '1/CB')).rejects.toBeInstanceOf(DeclarationNotFound);
    await register(office.clerk, id, '16/CB-UBND');
    await expect(publish(other, id)).rejects.toBeInstanceOf(DeclarationNotFound);
    await publish(office, id);
    const forced = worker
      .get(UnitOfWork)
      .write(systemActor(other.agency.id, uuidV7()), null, (tx) =>
        tx.query('select portal.publish($1, null)', [id]),
      );
    await expect(forced).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

describe('the role of the portal', () => {
  it('reads the schema portal and nothing else', async () => {
    const { rows } = await portal.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
          and has_schema_privilege(n.oid, 'usage')
          and has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    );

    expect(rows.map(({ name }) => name).sort()).toEqual([
      'portal.agency',
      'portal.declaration',
      'portal.head',
      'portal.procedure',
      'portal.scope_line',
    ]);
  });

  it('may write nowhere, and call of our functions that look past the walls only the one for feedback', async () => {
    const { rows } = await portal.query<{ name: string }>(
      `select n.nspname || '.' || p.proname as name
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')
          and n.nspname <> 'pg_catalog'`,
    );
    const writable = await portal.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'portal' and c.relkind = 'r'
          and (has_table_privilege(c.oid, 'insert') or has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete'))`,
    );

    expect(rows.map(({ name }) => name)).toEqual(['portal.submit_feedback']);
    expect(writable.rows).toEqual([]);
  });

  it('cannot see what others wrote in feedback', async () => {
    await expect(portal.query('select * from portal.feedback')).rejects.toMatchObject({ code: '42501' });
  });
});

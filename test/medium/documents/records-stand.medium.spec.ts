import {
  daysFromToday,
  type Library,
  type Page,
  refusalOf,
  Stage,
  type VersionView,
} from '../../support/staging';

interface Shown {
  versionId: string;
}
/** In force since yesterday, so that another version may begin today. */
const YESTERDAY = { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' };

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

/** The row of a version as it stands, whatever columns it has. */
async function rowOf({ id }: { id: string }): Promise<unknown> {
  const { rows } = await stage.world.owner.query<{ row: unknown }>(
    'select to_jsonb(v) as row from documents.version v where v.id = $1',
    [id],
  );
  return rows[0]?.row;
}

/** What a reader gets of a document: in the list, and when it is opened. */
async function readersGet({ documentId, code }: VersionView): Promise<string[]> {
  const { items } = await library.office.by.reader.get<Page<Shown & { documentId: string }>>(
    `/documents?scope=effective&q=${encodeURIComponent(code)}&limit=100`,
  );
  return items.filter((line) => line.documentId === documentId).map(({ versionId }) => versionId);
}

describe('R2 drafting beside what is in force', () => {
  it('R2: at no step of a new version is the effective one touched, and readers get exactly it', async () => {
    const first = await library.effective({ code: 'R2-01', series: 'Thử' }, YESTERDAY);
    const before = await rowOf(first);
    let next = await library.nextDraft(first);
    const steps: (() => Promise<unknown>)[] = [
      async () => (next = await library.submit(next)),
      async () => (next = await library.review(next)),
      async () => (next = await library.approve(next)),
    ];
    for (const step of steps) {
      expect(await readersGet(first)).toEqual([first.id]);
      expect(await rowOf(first)).toEqual(before);
      await step();
    }
    const decision = await library.decision([next]);
    expect(await readersGet(first)).toEqual([first.id]);
    expect(await rowOf(first)).toEqual(before);
    expect(await refusalOf(library.office.by.reader.get(`/versions/${next.id}`))).toMatch(
      /not-found|not-entitled/,
    );
    await library.register(decision);

    expect(await readersGet(first)).toEqual([next.id]);
  });

  it('R2: a draft that is thrown back leaves what is in force as it was', async () => {
    const first = await library.effective({ code: 'R2-02', series: 'Thử' });
    const before = await rowOf(first);
    const next = await library.submit(await library.nextDraft(first));
    await library.office.by.reviewer.post(`/versions/${next.id}/return`, { reason: 'Thiếu căn cứ' });

    expect(await rowOf(first)).toEqual(before);
    expect(await readersGet(first)).toEqual([first.id]);
  });
});

describe('R6 those who signed and are gone', () => {
  it('R6: keeps names and titles of signers when their accounts close and their people are renamed', async () => {
    const version = await library.effective({ code: 'R6-01', series: 'Thử' });
    const { approver, secretary } = library.office.by;
    const admin = library.office.by['agency-admin'];
    const before = (await secretary.get<VersionView>(`/versions/${version.id}`)).signatures;
    expect(before.map(({ signerName }) => signerName)).toContain(approver.fullName);

    const { items } = await admin.get<Page<{ id: string; personId: string }>>('/accounts?limit=100');
    const account = items.find(({ personId }) => personId === approver.id);
    await admin.post(`/accounts/${account?.id ?? ''}/closing`, { reason: 'Nghỉ hưu' });
    await stage.world.owner.query(
      `update identity.membership set person_name = 'Người khác', position_title = 'Chức khác' where person_id = $1`,
      [approver.id],
    );
    await stage.world.owner.query(`update identity.person set full_name = 'Người khác' where id = $1`, [
      approver.id,
    ]);

    expect((await approver.send('GET', `/versions/${version.id}`)).status).toBe(401);
    expect((await secretary.get<VersionView>(`/versions/${version.id}`)).signatures).toEqual(before);
  });

  it.each(['identity.person', 'identity.membership', 'documents.signature'])(
    'R6: no role of the product may delete from %s',
    async (table) => {
      const { rows } = await stage.world.owner.query<{ role: string }>(
        `select r.rolname as role from pg_roles r
          where r.rolname in ('iso_app', 'iso_worker', 'iso_portal', 'iso_backup', 'iso_definer')
            and has_table_privilege(r.rolname, $1, 'delete')`,
        [table],
      );

      expect(rows).toEqual([]);
    },
  );
});

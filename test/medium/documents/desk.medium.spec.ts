import {
  type Library,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  statementsOf,
  today,
  daysFromToday,
  type VersionView,
} from '../../support/staging';

interface Trace {
  id: string;
  action: string;
  personName: string;
  documentId: string | null;
  code: string;
  at: string;
}

let stage: Stage;
let library: Library;
let head: Officer;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  ({ head } = library.office.by);
});

afterAll(() => stage.close());

describe('OF-08 trình thay', () => {
  it('OF-08: whoever sends a draft for another does all but the signature, and is named as such', async () => {
    const { secretary, author, reviewer } = library.office.by;
    const draft = await library.draft();

    const sent = await library.submit(draft);

    expect(sent).toMatchObject({
      submittedByName: secretary.fullName,
      submittedForDrafter: true,
      drafterName: author.fullName,
    });
    const { rows } = await stage.world.owner.query<{ actor: string; submittedFor: string }>(
      `select actor_name as actor, detail::jsonb -> 'new' ->> 'submittedFor' as "submittedFor" from journal.entry
        where agency_id = $1 and subject_id = $2 and action = 'documents.version-submitted'`,
      [library.office.agency.id, draft.documentId],
    );
    expect(rows).toEqual([{ actor: secretary.fullName, submittedFor: author.fullName }]);
    // The signature is nobody's to give for another.
    const asSecretary = secretary.post(`/versions/${sent.id}/review`, library.signing(sent));
    expect(await refusalOf(asSecretary)).toBe('identity.forbidden');
    await reviewer.post(`/versions/${sent.id}/review`, library.signing(sent));
  });

  it('OF-08: a drafter who sends their own draft is not named as sent for', async () => {
    const { author, reviewer, approver } = library.office.by;
    const draft = await library.draft();

    await author.post(`/versions/${draft.id}/submission`, {
      reviewerId: reviewer.id,
      approverId: approver.id,
    });

    expect(await library.see(draft)).toMatchObject({ submittedForDrafter: false });
  });
});

describe('DI-11, DI-16 the access log of the agency', () => {
  let open: VersionView;
  let closed: VersionView;

  beforeAll(async () => {
    const { secretary, reader, auditor } = library.office.by;
    [open, closed] = [await library.effective(), await library.effective()];
    await reader.send('GET', `/versions/${open.id}/open`);
    await auditor.send('GET', `/versions/${open.id}/open`);
    await secretary.send('PUT', `/documents/${closed.documentId}/classification`, {
      body: { classification: 'restricted', unitIds: [], roles: ['clerk'] },
    });
    await reader.send('GET', `/versions/${closed.id}`);
  });

  const log = async (query = ''): Promise<Trace[]> =>
    (await head.get<Page<Trace>>(`/access-log?limit=100${query}`)).items;

  it('DI-16: shows who was refused what', async () => {
    const { reader } = library.office.by;

    expect(await log('&action=denied')).toMatchObject([
      { personName: reader.fullName, documentId: closed.documentId, code: closed.code },
    ]);
  });

  it('DI-11: narrows by person, document, act and days', async () => {
    const { reader, auditor } = library.office.by;

    const all = await log();
    expect(all.length).toBeGreaterThanOrEqual(3);
    const ofReader = await log(`&personId=${reader.id}`);
    expect(new Set(ofReader.map(({ personName }) => personName))).toEqual(new Set([reader.fullName]));
    const ofOpen = await log(`&documentId=${open.documentId}`);
    expect(ofOpen.map(({ personName }) => personName).sort()).toEqual(
      [reader.fullName, auditor.fullName].sort(),
    );
    expect(await log(`&from=${today()}&to=${today()}`)).toEqual(all);
    expect(await log(`&to=${daysFromToday(-1)}`)).toEqual([]);
    expect(await log(`&from=${daysFromToday(1)}`)).toEqual([]);
  });

  it('DI-11: counts a day from midnight in Vietnam', async () => {
    const { rows } = await stage.world.owner.query<{ id: string }>(
      `update documents.access_log set at = (app.today()::timestamp at time zone 'Asia/Ho_Chi_Minh') - interval '1 second'
        where agency_id = $1 and action = 'denied' returning id`,
      [library.office.agency.id],
    );

    expect((await log(`&to=${daysFromToday(-1)}`)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect((await log(`&from=${today()}&action=denied`)).length).toBe(0);
  });

  it('DI-11: pages of one give what one page gives, in one statement each', async () => {
    const all = await log();
    const ids: string[] = [];
    let after = '';
    do {
      const page: Page<Trace> = await head.get<Page<Trace>>(`/access-log?limit=1${after}`);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(ids).toEqual(all.map(({ id }) => id));

    for (const path of ['/access-log', '/signing-pairs']) {
      await head.get(path);
      const sent = await statementsOf(() => head.get(path));
      // The session, three around the transaction, the list.
      expect(sent).toHaveLength(5);
    }
  });

  it('RI-19: is taken away as a sheet with the question that it answers', async () => {
    const sheet = await head.send('GET', `/access-log.xlsx?action=denied&documentId=${closed.documentId}`);

    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });
});

import { type Library, Stage, statementsOf, type VersionView } from '../../support/staging';

let stage: Stage;
let library: Library;
let effective: VersionView;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  effective = await library.effective();
});

afterAll(() => stage.close());

/** Runs once unseen, so that a connection that opens or a session that is noted is not counted. */
async function count(act: () => Promise<unknown>): Promise<string[]> {
  await act();
  return statementsOf(act);
}

const ENTER: unknown[] = [
  expect.stringContaining('identity.resolve_session'),
  'START TRANSACTION',
  expect.stringContaining('set_config'),
];

describe('statements of a request', () => {
  it('are one for the session, three around the transaction, one for the version', async () => {
    const sent = await count(() => library.office.by.reader.get(`/versions/${effective.id}`));

    expect(sent).toEqual([
      ...ENTER,
      expect.stringContaining('select v.id, v.document_id') as string,
      'COMMIT',
    ]);
  });

  it('do not grow with the list', async () => {
    for (let made = 0; made < 4; made += 1) await library.draft();

    const sent = await count(() => library.office.by.secretary.get('/documents?scope=in-progress&limit=50'));

    expect(sent).toHaveLength(ENTER.length + 2);
  });

  it('G16: are one for the library, two where words are typed: their endings, and the list', async () => {
    const { reader } = library.office.by;
    const whole = await count(() => reader.get('/documents?scope=effective&limit=50'));
    const narrowed = await count(() => reader.get('/documents?scope=effective&q=khai&limit=50'));

    expect(whole).toHaveLength(ENTER.length + 2);
    expect(narrowed).toHaveLength(ENTER.length + 3);
  });

  it('G16: are two for the search, four where nothing is written as typed', async () => {
    const { reader } = library.office.by;
    const found = await count(() => reader.get('/search?q=quy%20trinh'));
    const near = await count(() => reader.get('/search?q=zzxxyy'));

    expect(found).toHaveLength(ENTER.length + 3);
    expect(near).toHaveLength(ENTER.length + 5);
  });

  it('stay few when a person approves', async () => {
    const versions = [await library.waitingForApproval(), await library.waitingForApproval()];
    const approve = (version: VersionView) => () =>
      library.office.by.approver.post(`/versions/${version.id}/approval`, library.signing(version));
    await approve(versions[0]!)();

    const sent = await statementsOf(approve(versions[1]!));

    // Session, password, second factor, machine (OF-08), transaction; key; lock, version, facts; version, steps, signer, signature; desk and notice;
    // key's result; facts and journal.
    expect(sent).toHaveLength(21);
    expect(sent.filter((text) => text === 'COMMIT')).toHaveLength(1);
    expect(sent.at(-2)).toContain('journal.append');
  });
});

import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually } from '../../support';
import {
  anOffice,
  type Office,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  startWorkerInProcess,
} from '../../support/staging';
import { FeedServer } from './feed-server';
import { aThongTu } from './gazette';

interface Target {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
}
interface Intake {
  id: string;
  state: string;
  title: string;
  origin: string;
  notices: number;
  isWithdrawn: boolean;
  isChanged: boolean;
  textId: string | null;
  content: string | null;
  problem: string | null;
  hasFile: boolean;
  known: { textId: string } | null;
  reading: {
    kind: string;
    numberSymbol: string;
    issuer: string;
    issuedOn: string;
    effectiveOn: string;
    title: string;
    relations: {
      kind: string;
      partly: boolean;
      quote: string;
      target: Target;
      meant: { textId: string } | null;
    }[];
  } | null;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let office: Office;
let feed: FeedServer;
let watched: string;
let serial = Date.now() % 100_000;
const aNumber = (): string => `${String((serial += 1))}/2026/TT-BTP`;

beforeAll(async () => {
  stage = await Stage.open();
  watched = await mkdtemp(join(tmpdir(), 'iso-watched-'));
  feed = await FeedServer.open();
  const settings = {
    ISO_OUTGOING_HOSTS: '127.0.0.1',
    ISO_WATCH_FOLDER: watched,
    ISO_SWEEP_SECONDS: '1',
  };
  worker = await startWorkerInProcess({ ...stage.environment, ...settings });
  office = await stage.office();
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await feed.close();
  await rm(watched, { recursive: true });
  await stage.close();
});

function read(by: Officer, id: string): Promise<Intake> {
  return eventually(
    async () => {
      const intake = await by.get<Intake>(`/legal-intakes/${id}`);
      if (intake.state === 'reading') throw new Error('not read yet');
      return intake;
    },
    { within: 20_000 },
  );
}

async function pasted(by: Officer, text: string): Promise<Intake> {
  const { id } = await by.post<Intake>('/legal-intakes', { text });
  return read(by, id);
}

/** What a person who agrees with everything sends: texts that the register lacks are entered with it. */
function asRead({ reading }: Intake): Record<string, unknown> {
  const { relations, ...head } = reading!;
  return {
    ...head,
    aliases: [],
    relations: relations.map(({ kind, partly, target, meant }) => ({
      kind,
      partly,
      ...(meant === null ? { missing: missing(target) } : { targetId: meant.textId }),
    })),
  };
}

function missing({ kind, numberSymbol, issuer, issuedOn }: Target): Record<string, string> {
  return { kind, numberSymbol, issuer, issuedOn, title: `${kind} số ${numberSymbol}` };
}

describe('A text that is pasted or uploaded', () => {
  it('is read, corrected and recorded with its relations in one action, and opens its change', async () => {
    const { secretary } = office.by;
    const [number, old] = [aNumber(), `${String((serial += 1))}/2020/TT-BTP`];
    const intake = await pasted(secretary, aThongTu(number, old));
    expect(intake.reading).toMatchObject({
      kind: 'Thông tư',
      numberSymbol: number,
      issuer: 'Bộ Tư pháp',
      issuedOn: '2026-10-05',
      effectiveOn: '2026-12-01',
      relations: [{ kind: 'replaces', target: { numberSymbol: old, issuedOn: '2020-05-28' }, meant: null }],
    });
    expect(intake.content).toContain(intake.reading!.relations[0]!.quote.slice(-60));

    const { textId, changeId } = await secretary.post<{ textId: string; changeId: string }>(
      `/legal-intakes/${intake.id}/recording`,
      asRead(intake),
    );

    const change = await secretary.get<{ state: string; targets: string[] }>(`/legal-changes/${changeId}`);
    expect(change).toMatchObject({ state: 'recorded', targets: [old] });
    expect(await secretary.get<Intake>(`/legal-intakes/${intake.id}`)).toMatchObject({
      state: 'recorded',
      textId,
    });
    await expect(
      refusalOf(secretary.post(`/legal-intakes/${intake.id}/recording`, asRead(intake))),
    ).resolves.toBe('legal-register.intake-closed');
  });

  it('meets the texts that the register has, itself among them', async () => {
    const { secretary } = office.by;
    const old = `${String((serial += 1))}/2020/TT-BTP`;
    const first = await pasted(secretary, aThongTu(aNumber(), old));
    await secretary.post(`/legal-intakes/${first.id}/recording`, asRead(first));

    const second = await pasted(secretary, aThongTu(aNumber(), old));
    const again = await pasted(secretary, first.content!);

    expect(second.reading!.relations[0]!.meant).not.toBeNull();
    expect(again.known).not.toBeNull();
    await expect(
      refusalOf(secretary.post(`/legal-intakes/${again.id}/recording`, asRead(again))),
    ).resolves.toBe('legal-register.text-exists');
    expect(await secretary.get<Intake>(`/legal-intakes/${again.id}`)).toMatchObject({ state: 'read' });
  });

  it('is kept word for word when nothing can be read in it, and recorded by hand', async () => {
    const { secretary } = office.by;
    const text = 'Ảnh chụp công văn,\nkhông rõ chữ';

    const intake = await pasted(secretary, text);
    const recorded = await secretary.post<{ changeId: string | null }>(
      `/legal-intakes/${intake.id}/recording`,
      {
        kind: 'Công văn',
        numberSymbol: `${String((serial += 1))}/BTP-HTQTCT`,
        issuer: 'Bộ Tư pháp',
        issuedOn: '2026-09-09',
        title: 'Về việc thử',
        aliases: [],
        relations: [],
      },
    );

    expect(intake.content).toBe(text);
    expect(recorded.changeId).toBeNull();
  });

  it('comes from a file, which stays as it came; a file with macros or of another kind says so', async () => {
    const { secretary } = office.by;
    const number = aNumber();
    const file = new FormData();
    file.set('file', new Blob([aThongTu(number, '9/2020/TT-BTP')]), 'thong-tu.txt');
    const wrong = new FormData();
    wrong.set('file', new Blob(['GIF89a']), 'anh.docx');

    const { id } = await secretary.post<Intake>('/legal-intakes/files', file);
    const refused = await secretary.post<Intake>('/legal-intakes/files', wrong);

    expect(await read(secretary, id)).toMatchObject({ reading: { numberSymbol: number }, hasFile: true });
    const { text } = await secretary.send('GET', `/legal-intakes/${id}/file`);
    expect(text).toContain(number);
    expect(await read(secretary, refused.id)).toMatchObject({ state: 'unread', hasFile: false });
    expect((await read(secretary, refused.id)).problem).not.toBeNull();
  });

  it('is dismissed with a reason, and is nobody else’s business', async () => {
    const { secretary } = office.by;
    const intake = await pasted(secretary, 'Tin trùng');
    const other = (await anOffice(stage.world, stage.api, await stage.world.commune(stage.province))).by;

    await expect(refusalOf(other.secretary.get(`/legal-intakes/${intake.id}`))).resolves.toBe(
      'legal-register.intake-not-found',
    );
    await secretary.post(`/legal-intakes/${intake.id}/dismissal`, { reason: 'Đã có' });

    const { items } = await secretary.get<Page<Intake>>('/legal-intakes?state=decided');
    expect(items.find(({ id }) => id === intake.id)).toMatchObject({ state: 'dismissed', reason: 'Đã có' });
  });
});

interface Source {
  id: string;
  rowVersion: number;
  failures: number;
  problem: string | null;
  checkedAt: string | null;
}

describe('A source', () => {
  const waitingFor = async (by: Officer, title: string): Promise<Intake[]> => {
    const { items } = await by.get<Page<Intake>>('/legal-intakes');
    return items.filter((item) => item.title.includes(title));
  };
  /** Has it looked at, and waits until it was. */
  const look = async (by: Officer, id: string): Promise<Source> => {
    const before = (await by.get<Page<Source>>('/legal-sources')).items.find((each) => each.id === id)!;
    await by.post(`/legal-sources/${id}/check`);
    return eventually(async () => {
      const { items } = await by.get<Page<Source>>('/legal-sources');
      const now = items.find((each) => each.id === id)!;
      return now.checkedAt === before.checkedAt ? null : now;
    });
  };
  const addSource = (by: Officer, fields: Record<string, unknown>): Promise<Source> =>
    by.post<Source>('/legal-sources', { name: 'Công báo thử', everyMinutes: 60, isActive: true, ...fields });

  it('B-19: makes one proposal of a text however often it is announced, and marks it when it is withdrawn', async () => {
    const by = (await stage.office()).by.secretary;
    const [number, title] = [aNumber(), `Tin ${String((serial += 1))}`];
    const content = aThongTu(number, '8/2020/TT-BTP');
    feed.publish([{ id: 'a', title, content }]);
    const source = await addSource(by, { kind: 'feed', address: feed.url });
    await look(by, source.id);
    feed.publish([
      { id: 'a', title, content },
      { id: 'b', title: `${title} (đăng lại)`, content },
    ]);
    await look(by, source.id);
    await look(by, source.id);
    const [waiting, ...more] = await waitingFor(by, title);

    expect(more).toEqual([]);
    expect(waiting).toMatchObject({ origin: 'feed', notices: 2, isWithdrawn: false });
    expect(feed.unchanged).toBe(1);
    feed.publish([{ id: 'b', title, content }], ['a']);
    await look(by, source.id);
    expect((await waitingFor(by, title))[0]).toMatchObject({ isWithdrawn: false });
    feed.publish([], ['a', 'b']);
    await look(by, source.id);
    expect((await waitingFor(by, title))[0]).toMatchObject({ id: waiting!.id, isWithdrawn: true });
    const { items } = await by.get<Page<{ kind: string }>>('/notices');
    expect(items.filter(({ kind }) => kind === 'legal-register.source-news')).toHaveLength(1);
  });

  it('reads changed words again, and tells those who have decided', async () => {
    const by = (await stage.office()).by.secretary;
    const title = `Tin ${String((serial += 1))}`;
    const [first, second] = [aNumber(), aNumber()];
    feed.publish([{ id: 'c', title, content: aThongTu(first, '8/2020/TT-BTP') }]);
    const source = await addSource(by, { kind: 'feed', address: feed.url });
    await look(by, source.id);
    feed.publish([{ id: 'c', title, content: aThongTu(second, '8/2020/TT-BTP') }]);
    await look(by, source.id);
    const { id } = (await waitingFor(by, title))[0]!;

    expect((await read(by, id)).reading!.numberSymbol).toBe(second);
    await by.post(`/legal-intakes/${id}/dismissal`, { reason: 'Không liên quan' });
    feed.publish([{ id: 'c', title, content: aThongTu(first, '8/2020/TT-BTP') }]);
    await look(by, source.id);
    expect(await by.get<Intake>(`/legal-intakes/${id}`)).toMatchObject({
      state: 'dismissed',
      isChanged: true,
    });
  });

  it('that cannot be read says why and waits longer each time; what is no feed proposes nothing', async () => {
    const by = (await stage.office()).by.secretary;
    const source = await addSource(by, { kind: 'feed', address: `${feed.url}?hong` });
    feed.instead = { status: 500 };
    await look(by, source.id);
    feed.instead = { status: 200, body: '<!DOCTYPE feed [<!ENTITY a "aa">]><feed/>' };
    const twice = await look(by, source.id);
    feed.instead = { status: 302, headers: { location: 'http://169.254.169.254/latest' } };
    const inner = await look(by, source.id);
    feed.instead = null;

    expect(twice).toMatchObject({ failures: 2 });
    expect(twice.problem).toContain('RSS');
    expect(inner.problem).toContain('mạng nội bộ');
    expect((await by.get<Page<Intake>>('/legal-intakes')).items).toEqual([]);
  });

  it('may be a folder: of the agency alone, each file once, a feed in a file like any other', async () => {
    const some = await stage.office();
    const by = some.by.secretary;
    const folder = join(watched, some.agency.path, 'tin-moi');
    await mkdir(folder, { recursive: true });
    const put = async (name: string, words: string): Promise<void> => {
      await writeFile(join(folder, name), words);
      await utimes(join(folder, name), new Date(), new Date(Date.now() - 60_000));
    };
    await put('thong-tu.txt', aThongTu(aNumber(), '7/2020/TT-BTP'));
    feed.publish([{ id: 'd', title: 'Tin trong tệp', content: aThongTu(aNumber(), '7/2020/TT-BTP') }]);
    await put('tin.atom', feed.xml());
    const source = await addSource(by, { kind: 'folder', address: 'tin-moi' });
    await look(by, source.id);
    await look(by, source.id);

    const { items } = await by.get<Page<Intake>>('/legal-intakes');
    expect(items.map(({ title }) => title).sort()).toEqual(['Tin trong tệp', 'thong-tu.txt']);
    for (const address of ['../x', '/etc', '.', 'a/b'])
      await expect(refusalOf(addSource(by, { kind: 'folder', address }))).resolves.toBe(
        'legal-register.bad-source',
      );
  });
});

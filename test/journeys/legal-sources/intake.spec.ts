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
let serial = Date.now() % 100_000;
const aNumber = (): string => `${String((serial += 1))}/2026/TT-BTP`;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  office = await stage.office();
}, 120_000);

afterAll(async () => {
  await worker.app.close();
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

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { type Actor, systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { LegalRegisterFacade } from '@app/legal-register';
import { OrganizationFacade } from '@app/organization';

import { eventually, testServers } from '../../support';
import { FULL } from '../../support/size';
import {
  anOffice,
  daysFromToday,
  Library,
  type Office,
  type Page,
  PASSWORD,
  type RealDocument,
  RealLibrary,
  realProcedures,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

const MINUTE = 60_000;
/** All thirty in the full size; CI reads every third of them, of all three fields. */
const procedures = realProcedures()?.filter((_, place) => FULL || place % 3 === 0) ?? null;
const suite = procedures === null ? describe.skip : describe;

suite('G1: real procedures in three agencies, and the texts that change above them', () => {
  let stage: Stage;
  let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
  let province: Office;
  let libraries: RealLibrary[];
  let documents: RealDocument[];

  beforeAll(async () => {
    const folder = mkdtempSync(join(testServers().folder, 'real-texts-'));
    stage = await Stage.open({ ISO_FILES: 'folder', ISO_FILES_FOLDER: folder });
    const { world, api } = stage;
    const agency = await world.installation();
    const installation: Actor = systemActor(agency.id, 'spec', agency.path);
    await world.unitOfWork.write(installation, null, async (tx) => {
      await api.app.get(LegalRegisterFacade).seed(tx);
      await api.app.get(OrganizationFacade).seedCalendar(tx);
      await api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx);
    });
    worker = await startWorkerInProcess(stage.environment);
    province = await anOffice(world, api, stage.province);
    libraries = [];
    for (let made = 0; made < 3; made += 1) libraries.push(new RealLibrary(await stage.office(), folder));
    await Promise.all(
      libraries.map((library, index) =>
        library.takes((procedures ?? []).filter((_, place) => place % libraries.length === index)),
      ),
    );
    documents = [];
    for (const library of libraries) documents.push(...(await library.documents()));
  }, 12 * MINUTE);

  afterAll(async () => {
    await worker.app.close();
    await stage.close();
  }, MINUTE);

  /** Documents of all three agencies whose own words hold this, by any other program's reading. */
  const holding = (words: RegExp): string[] =>
    documents
      .filter((each) => words.test(each.words))
      .map(named)
      .sort();

  /** Documents that a confirmed change has laid before their agencies. */
  async function reached(changeId: string): Promise<string[]> {
    const found: string[] = [];
    for (const { office } of libraries) {
      const { items } = await office.by.secretary.get<Page<{ documentId: string }>>(
        `/assessments?state=open&changeId=${changeId}&limit=100`,
      );
      found.push(
        ...items
          .map(({ documentId }) => documents.find((each) => each.documentId === documentId)!)
          .map(named),
      );
    }
    return found.sort();
  }

  it('G1: a Thông tư that replaces one they cite is pasted; exactly the versions that cite it are found', async () => {
    const legal = province.by['province-admin'];
    const { id } = await legal.post<Intake>('/legal-intakes', { text: THONG_TU });
    const seen = (): Promise<Intake> => legal.get(`/legal-intakes/${id}`);
    await eventually(async () => (await seen()).state !== 'reading', { within: MINUTE });
    const intake = await seen();
    expect(intake.reading).toMatchObject({
      numberSymbol: '77/2026/TT-BTP',
      relations: [{ kind: 'replaces', target: { numberSymbol: '01/2022/TT-BTP', issuedOn: '2022-01-04' } }],
    });

    const { changeId } = await legal.post<{ changeId: string }>(
      `/legal-intakes/${id}/recording`,
      asRead(intake),
    );
    const { reach } = await legal.get<Change>(`/legal-changes/${changeId}`);
    await legal.post(`/legal-changes/${changeId}/confirmation`, {});

    const expected = holding(/01\/2022\/TT-BTP/);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(documents.length);
    expect(await reached(changeId)).toEqual(expected);
    expect(reach).toMatchObject({ agencies: libraries.length, documents: expected.length });
  });

  it('G1: a law that replaces Luật Hộ tịch 2014 finds exactly the files that name it', async () => {
    const legal = province.by['province-admin'];
    const { items } = await legal.get<Page<{ id: string; numberSymbol: string }>>(
      '/legal-texts?q=60/2014/QH13',
    );
    const { changeId } = await legal.post<{ changeId: string }>('/legal-texts', {
      kind: 'Luật',
      numberSymbol: '201/2026/QH16',
      issuer: 'Quốc hội',
      issuedOn: '2026-10-20',
      effectiveOn: daysFromToday(200),
      title: 'Luật Hộ tịch (sửa đổi)',
      aliases: [],
      relations: [{ kind: 'replaces', targetId: items[0]!.id, partly: false }],
    });
    await legal.post(`/legal-changes/${changeId}/confirmation`, {});

    const expected = holding(/LuậtHộtịch/i);
    expect(expected.length).toBeLessThan(documents.length);
    expect(await reached(changeId)).toEqual(expected);
  });

  it('OF-07: one Phiếu rà soát over all of an agency; what must be revised comes into force by one decision, and nobody is asked again', async () => {
    const { office } = libraries[0]!;
    const { secretary } = office.by;
    const desk = new Library(stage.world, stage.api, office);
    const { items: open } = await secretary.get<Page<{ id: string; documentId: string }>>(
      '/assessments?state=open&limit=100',
    );
    const revised = [...new Set(open.map(({ documentId }) => documentId))].slice(0, 2);

    const sheet = await secretary.post<{ changeSetId: string; documents: number }>('/review-sheets', {
      rows: open.map(({ id, documentId }) => ({
        assessmentId: id,
        outcome: revised.includes(documentId) ? 'must-revise' : 'not-needed',
        reason: revised.includes(documentId)
          ? 'Đổi mẫu và căn cứ'
          : 'Chỉ viện dẫn làm căn cứ, nội dung không đổi',
      })),
      password: PASSWORD,
    });
    const { versions } = await secretary.get<{ versions: { versionId: string }[] }>(
      `/change-sets/${sheet.changeSetId}`,
    );
    const approved: VersionView[] = [];
    for (const { versionId } of versions) {
      const { rowVersion } = await desk.see({ id: versionId });
      await secretary.patch(
        `/versions/${versionId}`,
        { affectedSections: 'Mục 3, căn cứ pháp lý' },
        rowVersion,
      );
      const draft = await desk.see({ id: versionId });
      approved.push(await desk.approve(await desk.review(await desk.submit(draft))));
    }
    await desk.register(await desk.decision(approved));

    expect(approved.map(({ documentId }) => documentId).sort()).toEqual([...revised].sort());
    const left = async (sql: string): Promise<number> => {
      const { rows } = await stage.world.owner.query<{ n: number }>(sql, [office.agency.id]);
      return rows[0]!.n;
    };
    await eventually(
      async () =>
        (await left(
          `select count(*)::int as n from legal_impact.assessment where agency_id = $1 and state in ('open', 'must-revise')`,
        )) === 0 &&
        (await left(
          `select count(*)::int as n from notifications.reminder
            where agency_id = $1 and subject_type = 'assessment' and state in ('planned', 'due')`,
        )) === 0 &&
        (await left(
          `select count(*)::int as n from work.item where agency_id = $1 and kind = 'revise' and closed_at is null`,
        )) === 0,
      { within: MINUTE },
    );
  });
});

const named = ({ agencyId, title, documentId }: RealDocument): string => `${agencyId} ${title} ${documentId}`;

interface Target {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
}
interface Intake {
  id: string;
  state: string;
  reading: {
    numberSymbol: string;
    relations: { kind: string; partly: boolean; target: Target; meant: { textId: string } | null }[];
  } | null;
}
interface Change {
  state: string;
  reach: { agencies: number; documents: number; people: number };
}

/** What a person who agrees with everything sends. */
function asRead({ reading }: Intake): Record<string, unknown> {
  const { relations, ...head } = reading!;
  return {
    ...head,
    aliases: [],
    relations: relations.map(
      ({ kind, partly, target: { kind: of, numberSymbol, issuer, issuedOn }, meant }) => ({
        kind,
        partly,
        ...(meant === null
          ? { missing: { kind: of, numberSymbol, issuer, issuedOn, title: `${of} số ${numberSymbol}` } }
          : { targetId: meant.textId }),
      }),
    ),
  };
}

/** Invented; what it replaces is real. */
const THONG_TU = `BỘ TƯ PHÁP
Số: 77/2026/TT-BTP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 10 năm 2026
THÔNG TƯ
Quy định chi tiết về đăng ký hộ tịch trên môi trường điện tử
Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định chi tiết về đăng ký hộ tịch trên môi trường điện tử.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực kể từ ngày 01 tháng 3 năm 2027.
2. Thông tư này thay thế Thông tư số 01/2022/TT-BTP ngày 04 tháng 01 năm 2022 của Bộ trưởng Bộ Tư pháp quy định chi tiết một số điều và biện pháp thi hành Nghị định số 87/2020/NĐ-CP.
Nơi nhận:
- Văn phòng Chính phủ;`;

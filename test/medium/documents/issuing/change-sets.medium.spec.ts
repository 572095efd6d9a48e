import { daysFromToday, type Library, refusalOf, Stage, type VersionView } from '../../../support/staging';

interface ChangeSet {
  id: string;
  documents: number;
  approved: number;
  issued: number;
  versions: { versionId: string; documentId: string; state: string; revision: number }[];
}

let stage: Stage;
let library: Library;

const LATE = { signedOn: daysFromToday(-1), lateReason: 'Nhập muộn' };

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

const open = (documents: readonly VersionView[]): Promise<ChangeSet> =>
  library.office.by.secretary.post('/change-sets', {
    title: 'Thay tên cơ quan sau sáp nhập',
    reason: 'Sắp xếp đơn vị hành chính',
    legalBasis: 'Nghị quyết số 60-NQ/TW',
    documentIds: documents.map(({ documentId }) => documentId),
  });

describe('OF-07 one change over many documents', () => {
  it('opens a draft of each from what is in force and ends in one decision', async () => {
    const { secretary } = library.office.by;
    const documents = [await library.effective({}, LATE), await library.effective({}, LATE)];

    const set = await open(documents);

    expect(set).toMatchObject({ documents: 2, approved: 0, issued: 0 });
    expect(set.versions.map(({ state, revision }) => [state, revision])).toEqual([
      ['draft', 1],
      ['draft', 1],
    ]);
    const approved: VersionView[] = [];
    for (const { versionId } of set.versions) {
      const draft = await library.see({ id: versionId });
      await secretary.patch(`/versions/${versionId}`, { affectedSections: 'Trang bìa' }, draft.rowVersion);
      approved.push(await library.approve(await library.review(await library.submit(draft))));
    }
    await library.register(await library.decision(approved));
    expect(await secretary.get(`/change-sets/${set.id}`)).toMatchObject({ approved: 0, issued: 2 });
    expect(await library.see(documents[0]!)).toMatchObject({ state: 'superseded' });
  });

  it('opens nothing when one of the documents has a draft already (DI-05)', async () => {
    const [busy, free] = [await library.effective({}, LATE), await library.effective({}, LATE)];
    await library.nextDraft(busy);

    expect(await refusalOf(open([free, busy]))).toBe('documents.draft-exists');
    expect(await refusalOf(library.nextDraft(free))).toBe('granted');
  });
});

describe('DI-02 code patterns', () => {
  it('propose the next code, list what was left out and keep why', async () => {
    const office = await stage.library();
    const { secretary } = office.office.by;
    for (const code of ['QT 01/CX-TEST', 'QT 03/CX-TEST']) await office.draft({ code });
    await secretary.post('/code-patterns', { kind: 'procedure', pattern: 'QT {nn}/CX-TEST' });

    const [rule] =
      await secretary.get<{ id: string; next: string; gaps: { code: string }[] }[]>('/code-patterns');

    expect(rule).toMatchObject({
      next: 'QT 04/CX-TEST',
      gaps: [{ code: 'QT 02/CX-TEST', explanation: null }],
    });
    await secretary.post(`/code-patterns/${rule!.id}/gaps`, { number: 2, explanation: 'Quy trình đã gộp' });
    expect(await secretary.get('/code-patterns')).toMatchObject([
      { gaps: [{ explanation: 'Quy trình đã gộp' }] },
    ]);
    expect(await refusalOf(secretary.post('/code-patterns', { kind: 'form', pattern: 'BM' }))).toBe(
      'documents.pattern-without-number',
    );
  });
});

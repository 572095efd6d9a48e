import mammoth from 'mammoth';

import {
  daysFromToday,
  type Library,
  type Officer,
  refusalOf,
  Stage,
  type VersionView,
} from '../../support/staging';

const LATE = { signedOn: daysFromToday(-1), lateReason: 'Đã ký trên giấy' };

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

describe('R7: the class of change, said with the approval', () => {
  const second = async (): Promise<VersionView> =>
    library.review(await library.submit(await library.nextDraft(await library.effective({}, LATE))));

  it('is kept in the one act, with the reason where it is another than proposed', async () => {
    const { approver, secretary } = library.office.by;
    const version = await second();
    const path = `/versions/${version.id}/approval`;
    const word = { ...library.signing(version), changeClass: 'minor' };
    const refused = await refusalOf(approver.post(path, word));
    const between = await library.see(version);

    await approver.post(path, { ...word, classReason: 'Không đổi trình tự' });

    expect(refused).toBe('documents.class-reason-missing');
    expect(between.state).toBe('waiting-approval');
    expect(await secretary.get(`/versions/${version.id}`)).toMatchObject({
      state: 'approved',
      changeClass: 'major',
      confirmedClass: 'minor',
      classReason: 'Không đổi trình tự',
    });
    expect((await library.see(version)).signatures.map(({ valid }) => valid)).toEqual([true, true]);
  });

  it('is not asked for where there is no change', async () => {
    const { approver } = library.office.by;
    const version = await library.waitingForApproval();

    expect(
      await refusalOf(
        approver.post(`/versions/${version.id}/approval`, {
          ...library.signing(version),
          changeClass: 'minor',
        }),
      ),
    ).toBe('documents.class-not-confirmable');
  });
});

describe('OF-05: the title in the Ban chỉ đạo ISO', () => {
  const coverOf = async (by: Officer, { id }: VersionView): Promise<string> => {
    const docx = await by.send<Buffer>('GET', `/versions/${id}/cover-sheet.docx`);
    return (await mammoth.extractRawText({ buffer: docx.body })).value;
  };

  it('stands on the cover where the agency wishes it', async () => {
    const { approver, secretary } = library.office.by;
    await stage.world.owner.query('update identity.membership set iso_title = $2 where person_id = $1', [
      approver.id,
      'Trưởng Ban chỉ đạo ISO',
    ]);
    const version = await library.approve(await library.waitingForApproval());
    const plain = await coverOf(secretary, version);
    await secretary.send('PUT', '/issuing-settings', {
      body: { legalBases: [], formCheck: 'optional', amendmentColumns: [], printIsoTitles: true },
      headers: { 'if-match': '"0"' },
    });

    expect(plain).not.toContain('Trưởng Ban chỉ đạo ISO');
    expect(await coverOf(secretary, version)).toContain('Trưởng Ban chỉ đạo ISO');
  });
});

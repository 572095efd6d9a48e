import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { type Library, Stage, type VersionView } from '../../../support/staging';

interface Seen {
  signatures: { id: string; meaning: string; way: string; valid: boolean; validity: string }[];
  signatories: { meaning: string; name: string; position: string; at: string | null; way: string }[];
}

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

const see = ({ id }: VersionView): Promise<Seen> => library.office.by.secretary.get<Seen>(`/versions/${id}`);

const validities = async (version: VersionView): Promise<string[]> =>
  (await see(version)).signatures.map(({ validity }) => validity);

/** As the owner of the database does it: past every rule of the product. */
const byOwner = (sql: string, values: unknown[]): Promise<unknown> => stage.world.owner.query(sql, values);

async function copyOf({ id }: VersionView): Promise<string> {
  const { status, body } = await library.office.by.secretary.send<Buffer>('POST', `/versions/${id}/copies`);
  expect(status).toBe(200);
  const loading = getDocument({ data: new Uint8Array(body), verbosity: 0 });
  const pdf = await loading.promise;
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await loading.destroy();
  return texts.join('\n').normalize('NFC').replace(/\s+/g, ' ');
}

const vietnamTime = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
    .format(new Date(at))
    .replace(',', '');

describe('RI-10: a signature', () => {
  it('RI-10: shows printed name, position, time, meaning and way on the screen', async () => {
    const version = await library.approved();

    const { signatures, signatories } = await see(version);

    expect(signatures.map(({ way }) => way)).toEqual(['inside', 'inside']);
    expect(signatories.map(({ meaning, way }) => [meaning, way])).toEqual([
      ['written', 'paper'],
      ['reviewed', 'inside'],
      ['approved', 'inside'],
    ]);
    expect(signatories.slice(1).every(({ position }) => position !== '')).toBe(true);
    for (const { name, at } of signatories) {
      expect(name).not.toBe('');
      expect(Date.parse(at ?? '')).not.toBeNaN();
    }
  });

  it('RI-10: stands on every copy with name, position, hour in Viet Nam, meaning and way', async () => {
    const version = await library.effective();
    const { signatories } = await see(version);

    const text = await copyOf(version);

    expect(text).toContain('TỜ CHỮ KÝ');
    for (const word of ['Soạn thảo', 'Xem xét', 'Phê duyệt', 'Ký trong phần mềm'])
      expect(text).toContain(word);
    for (const { name, position, at } of signatories) {
      expect(text).toContain(name);
      expect(text).toContain(position);
      expect(text).toContain(vietnamTime(at ?? ''));
    }
    expect(text).not.toContain('Không còn hợp lệ');
  });
});

describe('RI-11: a signature', () => {
  it('RI-11: counts as long as nothing is touched', async () => {
    expect(await validities(await library.effective())).toEqual(['valid', 'valid']);
  });

  it.each([
    ['content', 'rendition_sha256', "repeat('0', 64)"],
    ['metadata', 'code', "code || '.'"],
    ['metadata', 'series', "series || '.'"],
    ['metadata', 'title', "title || '.'"],
    ['metadata', 'kind', "'manual'"],
    ['metadata', 'issue', 'issue + 1'],
    ['metadata', 'revision', 'revision + 1'],
    ['metadata', 'change_note', "'khác'"],
    ['metadata', 'change_reason', "'khác'"],
    ['metadata', 'affected_sections', "'khác'"],
    ['metadata', 'drafter_id', 'uploader_id'],
    ['metadata', 'metadata_hash', "repeat('0', 64)"],
    ['round', 'review_round', 'review_round + 1'],
  ])('RI-11: shows %s when %s of the version changes', async (validity, column, value) => {
    const version = await library.approved();

    await byOwner(`update documents.version set ${column} = ${value} where id = $1`, [version.id]);

    expect(await validities(version)).toEqual([validity, validity]);
  });

  it('RI-11: shows it when a legal basis is put in afterwards', async () => {
    const version = await library.approved();

    await byOwner(
      `insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
       values ($1, gen_random_uuid(), $2, 1, 'Luật khác', 'luat khac', 2020)`,
      [library.office.agency.id, version.id],
    );

    expect(await validities(version)).toEqual(['metadata', 'metadata']);
  });

  it.each([
    ['meaning', "case meaning when 'reviewed' then 'approved' else 'reviewed' end"],
    ['signer_id', 'gen_random_uuid()'],
    ['signer_name', "signer_name || '.'"],
    ['position_title', "'Chủ tịch'"],
    ['formula', "'KT. CHỦ TỊCH'"],
    ['iso_title', "'Trưởng ban'"],
    ['on_behalf_of_name', "'Ai đó'"],
    ['delegation_letter', "'Số 1'"],
    ['content_hash', "repeat('0', 64)"],
    ['metadata_hash', "repeat('0', 64)"],
    ['drafter_id', 'gen_random_uuid()'],
    ['signed_at', "signed_at - interval '1 day'"],
    ['seal', "repeat('0', 64)"],
  ])('RI-11: is not valid for this content once its %s is changed', async (column, value) => {
    const version = await library.approved();
    const [first, second] = (await see(version)).signatures;

    await byOwner(`update documents.signature set ${column} = ${value} where id = $1`, [first?.id]);

    expect(await see(version)).toMatchObject({
      signatures: expect.arrayContaining([
        expect.objectContaining({ id: first?.id, valid: false, validity: 'seal' }),
        expect.objectContaining({ id: second?.id, valid: true }),
      ]) as unknown,
    });
  });

  it('RI-11: does not follow to another version, even one of the same content', async () => {
    const [from, to] = [await library.approved(), await library.waitingForApproval()];
    const approval = (await see(from)).signatures.find(({ meaning }) => meaning === 'approved');
    const { rows } = await stage.world.owner.query<{ id: string }>(
      `select id from documents.route_step where version_id = $1 and kind = 'approve'`,
      [to.id],
    );

    await byOwner('update documents.signature set version_id = $2, step_id = $3 where id = $1', [
      approval?.id,
      to.id,
      rows[0]?.id,
    ]);

    expect(await validities(from)).toEqual(['valid']);
    expect((await validities(to)).sort()).toEqual(['seal', 'valid']);
  });

  it('RI-11: two rows that change places are both refused', async () => {
    const version = await library.approved();

    await byOwner(
      `update documents.signature a set signer_id = b.signer_id, signer_name = b.signer_name, seal = b.seal
         from documents.signature b where a.version_id = $1 and b.version_id = $1 and a.id <> b.id`,
      [version.id],
    );

    expect(await validities(version)).toEqual(['seal', 'seal']);
  });

  it('RI-11: says so on the copy too', async () => {
    const version = await library.effective();
    await byOwner("update documents.version set title = title || ' (sửa ngầm)' where id = $1", [version.id]);

    expect(await copyOf(version)).toContain(
      'Không còn hợp lệ cho nội dung này: thông tin trên bìa đã khác thông tin được ký',
    );
  });
});

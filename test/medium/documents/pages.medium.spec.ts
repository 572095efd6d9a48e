import { systemActor, uuidV7 } from '@app/kernel';
import { Inbox } from '@app/platform/database';

import { ReadPages } from '../../../libs/documents/src/application/search/read-pages';
import { PagesRepository } from '../../../libs/documents/src/persistence/search/pages.repository';
import { aForm, aPaper, type Library, Stage, type VersionView } from '../../support/staging';

let stage: Stage;
let library: Library;
let reading: ReadPages;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  const { unitOfWork } = stage.world;
  reading = new ReadPages(unitOfWork, new Inbox(), new PagesRepository(), stage.api.files);
});

afterAll(() => stage.close());

async function draftOf(pages: readonly (readonly string[])[]): Promise<VersionView> {
  const { secretary, author } = library.office.by;
  const uploadId = await library.readUpload(secretary, await aPaper(pages));
  return secretary.post('/documents', { ...aForm(author), uploadId });
}

async function read(version: VersionView, messageId: string = uuidV7()): Promise<void> {
  const { id, path } = library.office.agency;
  await reading.execute(systemActor(id, messageId, path), version.id, { messageId, attempt: 1 });
}

async function pagesOf({ id }: VersionView): Promise<{ page: number; text: string; text_key: string }[]> {
  const { rows } = await stage.world.owner.query<{ page: number; text: string; text_key: string }>(
    'select page, text, text_key from documents.version_page where version_id = $1 order by page',
    [id],
  );
  return rows;
}

describe('text of pages (DI-10)', () => {
  it('G16: is announced with the draft and kept by page, with a folded key', async () => {
    const version = await draftOf([['Thủ tục đăng ký hộ tịch', 'Điều 1'], ['Thành phần hồ sơ']]);
    const { rows: facts } = await stage.world.owner.query(
      `select from platform.outbox_message where name = 'documents.rendition-ready.v1' and payload ->> 'versionId' = $1`,
      [version.id],
    );

    await read(version);

    expect(facts).toHaveLength(1);
    expect(await pagesOf(version)).toEqual([
      {
        page: 1,
        text: 'Thủ tục đăng ký hộ tịch\nĐiều 1',
        text_key: 'thu tuc dang ky ho tich\ndieu 1',
      },
      { page: 2, text: 'Thành phần hồ sơ', text_key: 'thanh phan ho so' },
    ]);
  });

  it('is read again in place of what was read, and once per message', async () => {
    const version = await draftOf([['Một'], ['Hai']]);
    const messageId = uuidV7();

    await read(version, messageId);
    await stage.world.owner.query('delete from documents.version_page where version_id = $1 and page = 2', [
      version.id,
    ]);
    await read(version, messageId);
    const known = await pagesOf(version);
    await read(version);

    expect(known).toHaveLength(1);
    expect((await pagesOf(version)).map(({ text }) => text)).toEqual(['Một', 'Hai']);
  });

  it('keeps nothing of a PDF that was replaced meanwhile', async () => {
    const version = await draftOf([['Cũ']]);
    const files = stage.api.files;
    const other = new ReadPages(
      stage.world.unitOfWork,
      new Inbox(),
      new PagesRepository(),
      Object.assign(Object.create(files) as typeof files, {
        localCopy: async (ref: Parameters<typeof files.localCopy>[0]) => {
          await stage.world.owner.query(
            `update documents.version set rendition_sha256 = 'other' where id = $1`,
            [version.id],
          );
          return files.localCopy(ref);
        },
      }),
    );
    const messageId = uuidV7();

    await other.execute(
      systemActor(library.office.agency.id, messageId, library.office.agency.path),
      version.id,
      {
        messageId,
        attempt: 1,
      },
    );

    expect(await pagesOf(version)).toEqual([]);
  });

  it('are none where a PDF cannot be read', async () => {
    const { secretary, author } = library.office.by;
    const uploadId = await library.readUpload(secretary, Buffer.from('%PDF-1.7 not really'));
    const version = await secretary.post<VersionView>('/documents', { ...aForm(author), uploadId });

    await read(version);

    expect(await pagesOf(version)).toEqual([]);
  });
});

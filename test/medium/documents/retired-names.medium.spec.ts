import { eventually } from '../../support/eventually';
import { aPdf, daysFromToday, type Library, Stage, startWorkerInProcess } from '../../support/staging';

interface UploadSeen {
  state: string;
  proposal: { problems: { code: string; message: string; page?: number | null }[] } | null;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  library = await stage.library();
});

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

it('OF-11: the reader takes retired names from the dated list, the agency’s own too, with the page', async () => {
  const { secretary } = library.office.by;
  const name = { kind: 'body', phrases: ['pmt'], replacement: 'Phong Nay', legalBasis: null };
  await secretary.post('/retired-names', { ...name, name: 'Phong Mau Thu', retiredOn: daysFromToday(-10) });
  await secretary.post('/retired-names', {
    ...name,
    name: 'Phong Chua Het',
    retiredOn: daysFromToday(10),
    phrases: [],
  });

  const form = new FormData();
  const pdf = await aPdf([
    'QUY TRINH THU',
    'Gui Phong Mau Thu de giai quyet.',
    'Gui Phong Chua Het va Phong Tu phap.',
  ]);
  form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'Quy trình.pdf');
  const { id } = await secretary.post<{ id: string }>('/uploads', form);
  const read = await eventually(
    async () => {
      const upload = await secretary.get<UploadSeen>(`/uploads/${id}`);
      return upload.state === 'ready' ? upload : null;
    },
    { within: 20_000 },
  );

  const retired = read.proposal!.problems.filter(({ code }) => code === 'reader.retired-body');
  expect(retired.map(({ page }) => page)).toEqual([1, 1]);
  const said = retired.map(({ message }) => message).join('\n');
  expect(said).toContain('Phong Mau Thu');
  expect(said).toContain('nay là Phong Nay');
  expect(said).toContain('Phòng Tư pháp cấp huyện');
  expect(said).not.toContain('Phong Chua Het');
}, 60_000);

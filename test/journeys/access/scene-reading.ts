import { aPdf, type Library, today, type VersionView } from '../../support/staging';

/** Objects of distribution and reading, for the access matrix. */
export interface ReadingScene {
  paperCopy: string;
  destruction: string;
  meeting: string;
}

/** One copy is out, one was destroyed; one version was made known at a meeting. */
export async function setReading(
  library: Library,
  effective: VersionView,
  { mark, title }: { mark: string; title: Record<string, unknown> },
): Promise<ReadingScene> {
  const { secretary } = library.office.by;
  const handOut = (): Promise<{ id: string }> =>
    secretary.post(`/versions/${effective.id}/paper-copies`, {
      holderName: mark,
      place: mark,
      issuedOn: today(),
    });
  const [kept, given] = [await handOut(), await handOut()];
  await secretary.post(`/paper-copies/${given.id}/return`, { recalledOn: today() });
  const destruction = await secretary.post<{ id: string }>('/destructions', {
    copyIds: [given.id],
    heldOn: today(),
    place: mark,
    method: mark,
    reason: mark,
    members: [mark],
  });
  return { paperCopy: kept.id, destruction: destruction.id, meeting: await setMeeting(library, title) };
}

async function setMeeting(library: Library, title: Record<string, unknown>): Promise<string> {
  const { secretary, reader } = library.office.by;
  const version = await library.approved(title);
  await secretary.send('PUT', `/versions/${version.id}/distribution`, {
    body: { lines: [{ kind: 'person', personId: reader.id, name: reader.fullName }], dueDays: 5 },
    headers: { 'if-match': '"0"' },
  });
  await library.register(await library.decision([version]));
  const form = new FormData();
  form.set('heldOn', today());
  form.set('personIds', reader.id);
  form.set('file', new Blob([new Uint8Array(await aPdf())]), 'ky-nhan.pdf');
  const { id } = await secretary.post<{ id: string }>(`/versions/${version.id}/meetings`, form);
  return id;
}

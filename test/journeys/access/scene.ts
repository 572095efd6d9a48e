import { systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';

import {
  ImportDesk,
  anOffice,
  Library,
  type DecisionView,
  type Page,
  PASSWORD,
  daysFromToday,
  type Stage,
  type VersionView,
} from '../../support/staging';
import { type ReadingScene, setReading } from './scene-reading';

/** Stands in every text of the agency under test; no answer to anybody else may hold it. */
export const CANARY = 'KIM-TUOC-7431';

/** One agency with an object in every state. */
export interface Scene extends ReadingScene {
  library: Library;
  upload: string;
  /** A scan that waits to be checked. */
  approvalFile: string;
  draft: VersionView;
  inReview: VersionView;
  returned: VersionView;
  approved: VersionView;
  effective: VersionView;
  scheduled: VersionView;
  withdrawn: VersionView;
  decision: DecisionView;
  registered: DecisionView;
  /** A text of the agency's own, the one that replaces it, and what followed. */
  legalText: string;
  /** A text that waits to be recorded. */
  legalIntake: string;
  legalSource: string;
  apiToken: string;
  change: string;
  assessment: string;
  reviewSheet: string;
  /** A TTHC that the agency entered for itself. */
  procedure: string;
  /** A quyết định công bố that waits, and the file of another. */
  announcement: string;
  announcementFile: string;
  declaration: string;
  unitList: string;
  unitListEntry: string;
  changeRequest: string;
  recordType: string;
  record: string;
  disposal: string;
  importBatch: string;
  importItem: string;
  /** A document of the agency laid before another, and one of a department laid before the agency. */
  offering: string;
  offer: string;
  /** An account of the agency, and a shared machine of it. */
  account: string;
  machine: string;
  agencyExport: string;
  agency: string;
  /** A công văn đôn đốc. */
  urging: string;
}

const ISSUER = `Ủy ban nhân dân ${CANARY}`;

const marked = (title: string): Record<string, unknown> => ({
  title: `${title} ${CANARY}`,
  series: `Hộ tịch ${CANARY}`,
  legalBasis: CANARY,
  citations: [{ numberSymbol: '12/2024/QĐ-UBND', kind: null, issuer: ISSUER, issuedOn: '2024-05-06' }],
});

export async function setScene(stage: Stage): Promise<Scene> {
  const library = await stage.library(CANARY);
  const { secretary, reviewer } = library.office.by;
  const late = { signedOn: daysFromToday(-1), lateReason: CANARY };
  const effective = await library.effective(marked('Đang hiệu lực'), late);
  const withdrawn = await library.effective(marked('Đã bãi bỏ'), late);
  const abstract = `Ban hành ${CANARY}`;
  const registered = await library.register(
    await library.decision([], { withdrawDocumentIds: [withdrawn.documentId], abstract }),
  );
  const scheduled = await library.approved(marked('Chưa đến ngày'));
  await library.register(await library.decision([scheduled], { effectiveFrom: daysFromToday(9), abstract }));
  const returned = await library.submit(await library.draft(marked('Trả lại')));
  await reviewer.post(`/versions/${returned.id}/return`, { reason: CANARY });
  return {
    library,
    upload: await library.readUpload(secretary),
    approvalFile: await setApprovalFile(library),
    draft: await library.draft(marked('Dự thảo')),
    inReview: await library.submit(await library.draft(marked('Chờ xem xét'))),
    returned,
    approved: await library.approved(marked('Đã phê duyệt')),
    effective: await library.see(effective),
    scheduled: await library.see(scheduled),
    withdrawn: await library.see(withdrawn),
    decision: await library.decision([await library.approved(marked('Chờ ban hành'))], { abstract }),
    registered,
    ...(await setReading(library, effective, { mark: CANARY, title: marked('Phổ biến') })),
    ...(await setLaw(stage, library)),
    ...(await setTthc(library, effective.documentId)),
    ...(await setDeclaration(library)),
    ...(await setUnitList(library)),
    ...(await setUpkeep(library, effective.documentId)),
    ...(await setImport(stage, library)),
    ...(await setOffers(stage, library)),
    ...(await setDesk(stage, library)),
    agencyExport: await setExport(library),
    agency: library.office.agency.id,
    urging: await setUrging(stage, library),
  };
}

/** An effective document cites a text of the agency's own, and another one replaces it: one assessment is open. */
async function setLaw(
  stage: Stage,
  library: Library,
): Promise<
  Pick<
    Scene,
    'legalText' | 'legalIntake' | 'legalSource' | 'apiToken' | 'change' | 'assessment' | 'reviewSheet'
  >
> {
  const { world, api } = stage;
  const agency = await world.installation();
  await world.unitOfWork.write(systemActor(agency.id, 'spec', agency.path), null, (tx) =>
    api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx),
  );
  const { secretary } = library.office.by;
  const old = await secretary.post<{ id: string }>('/legal-texts', aText('12/2024/QĐ-UBND', '2024-05-06'));
  const { changeId } = await secretary.post<{ changeId: string }>('/legal-texts', {
    ...aText('9/2026/QĐ-UBND', '2026-10-01'),
    relations: [{ kind: 'replaces', targetId: old.id, partly: false, note: CANARY }],
  });
  await secretary.post(`/legal-changes/${changeId}/confirmation`, {});
  const assessmentOf = async (id: string): Promise<string> =>
    (await secretary.get<Page<{ id: string }>>(`/assessments?changeId=${id}`)).items[0]!.id;
  const assessment = await assessmentOf(changeId);
  const text = `Thông tư số 1/2026/TT-BTP ${CANARY}`;
  const { id } = await secretary.post<{ id: string }>('/legal-intakes', { text });
  const token = await library.office.by['agency-admin'].post<{ id: string }>('/api-tokens', {
    name: CANARY,
    permissions: ['legal-register.read'],
    lastDay: daysFromToday(30),
  });
  const source = await secretary.post<{ id: string }>('/legal-sources', {
    name: CANARY,
    kind: 'folder',
    address: 'tin-moi',
    everyMinutes: 60,
    isActive: true,
  });
  return {
    legalText: old.id,
    legalIntake: id,
    legalSource: source.id,
    apiToken: token.id,
    change: changeId,
    assessment,
    reviewSheet: await setSheet(library, old.id, assessmentOf),
  };
}

/** A second change of the same text, answered by a signed Phiếu rà soát. */
async function setSheet(
  { office }: Library,
  targetId: string,
  assessmentOf: (changeId: string) => Promise<string>,
): Promise<string> {
  const { secretary } = office.by;
  const { changeId } = await secretary.post<{ changeId: string }>('/legal-texts', {
    ...aText('10/2026/QĐ-UBND', '2026-10-02'),
    relations: [{ kind: 'amends', targetId, partly: true, note: CANARY }],
  });
  await secretary.post(`/legal-changes/${changeId}/confirmation`, {});
  const rows = [
    { assessmentId: await assessmentOf(changeId), outcome: 'not-needed', reason: `Không đổi ${CANARY}` },
  ];
  const sheet = await secretary.post<{ id: string }>('/review-sheets', { rows, password: PASSWORD });
  return sheet.id;
}

/** A TTHC of the agency's own, with its quy trình nội bộ. */
async function setTthc(
  { office }: Library,
  documentId: string,
): Promise<Pick<Scene, 'procedure' | 'announcement' | 'announcementFile'>> {
  const { secretary } = office.by;
  const { id: procedure } = await secretary.post<{ id: string }>('/administrative-procedures', {
    name: `Đăng ký ${CANARY}`,
    field: `Hộ tịch ${CANARY}`,
    level: 'commune',
    status: 'in-force',
  });
  await secretary.post(`/administrative-procedures/${procedure}/internal-processes`, {
    validFrom: '2026-01-01',
    steps: [{ name: CANARY }],
  });
  await secretary.post('/procedure-links', { links: [{ documentId, procedureId: procedure }] });
  const { announcementId: announcement } = await secretary.post<{ announcementId: string }>(
    '/announcements',
    {
      ...{ numberSymbol: '4/QĐ-UBND', issuer: ISSUER, issuedOn: '2026-01-01', title: CANARY },
      rows: [{ act: 'new', name: `Mới ${CANARY}`, field: 'Hộ tịch', level: 'commune' }],
    },
  );
  const form = new FormData();
  form.set('file', new Blob([CANARY]), `${CANARY}.docx`);
  const { id: announcementFile } = await secretary.post<{ id: string }>('/announcements/files', form);
  return { procedure, announcement, announcementFile };
}

function aText(numberSymbol: string, issuedOn: string): Record<string, unknown> {
  return {
    kind: 'Quyết định',
    numberSymbol,
    issuer: ISSUER,
    issuedOn,
    effectiveOn: issuedOn,
    title: `Quy định ${CANARY}`,
    aliases: [],
    relations: [],
  };
}

async function setDesk({ world }: Stage, { office }: Library): Promise<Pick<Scene, 'account' | 'machine'>> {
  const person = await office.hire(['reader']);
  const { rows } = await world.owner.query<{ account: string; machine: string }>(
    `with placed as (insert into identity.shared_machine (agency_id, id, name, device_key, placed_by, placed_by_name)
       values ($1, gen_random_uuid(), $3, sha256(convert_to($3, 'UTF8')), $2, $3) returning id)
     select m.id as account, placed.id as machine from identity.membership m, placed where m.person_id = $2`,
    [office.agency.id, person.id, CANARY],
  );
  return rows[0]!;
}

async function setDeclaration(library: Library): Promise<Pick<Scene, 'declaration'>> {
  const { secretary } = library.office.by;
  const [standard] = await secretary.get<{ id: string }[]>('/declarations/standards');
  const declaration = await secretary.post<{ id: string }>('/declarations', {
    standardId: standard!.id,
    kind: 'first',
  });
  return { declaration: declaration.id };
}

/** One document goes out to a department, and one of that department comes in. */
async function setOffers(stage: Stage, library: Library): Promise<Pick<Scene, 'offering' | 'offer'>> {
  const { world, api, province } = stage;
  const department = await anOffice(world, api, await world.department(province), CANARY);
  const theirs = new Library(world, api, department);
  const offers = async (from: Library, to: string): Promise<string> => {
    const { documentId } = await from.effective(marked('Công bố dùng chung'));
    const { ids } = await from.office.by.secretary.post<{ ids: string[] }>('/offerings', {
      documentIds: [documentId],
      audience: 'chosen',
      agencyIds: [to],
    });
    return ids[0]!;
  };
  const offering = await offers(library, department.agency.id);
  await offers(theirs, library.office.agency.id);
  const { items } = await library.office.by.secretary.get<Page<{ id: string }>>('/offers?scope=waiting');
  return { offering, offer: items[0]!.id };
}

async function setExport({ office }: Library): Promise<string> {
  const { id } = await office.by.head.post<{ id: string }>('/agency-exports', {
    reason: `Bàn giao ${CANARY}`,
    password: PASSWORD,
  });
  return id;
}

async function setUrging({ world }: Stage, { office }: Library): Promise<string> {
  await world.owner.query(
    `insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link, due_on)
     values ($1, 'revise', 'assessment', gen_random_uuid(), $2, $3, '/x', app.today() - 3)`,
    [office.agency.id, office.by.author.id, CANARY],
  );
  const { id } = await office.by.secretary.post<{ id: string }>('/urgings', { q: CANARY });
  return id;
}

async function setUnitList(library: Library): Promise<Pick<Scene, 'unitList' | 'unitListEntry'>> {
  const { secretary } = library.office.by;
  const form = new FormData();
  form.set('title', `Lộ trình ${CANARY}`);
  form.set('asOf', '2022-01-01');
  const csv = `nam,tt,ten_don_vi,don_vi_chu_quan\n2022,1,UBND xã ${CANARY},Huyện ${CANARY}\n`;
  form.set('file', new Blob([csv]), 'lo-trinh.csv');
  const { listId } = await secretary.post<{ listId: string }>('/unit-lists', form);
  const { items } = await secretary.get<Page<{ id: string }>>(`/unit-lists/${listId}/entries`);
  return { unitList: listId, unitListEntry: items[0]!.id };
}

async function setApprovalFile(library: Library): Promise<string> {
  const version = await library.waitingForApproval(marked('Ký trên giấy'));
  const form = new FormData();
  const fields = { way: 'paper', signers: CANARY, signedOn: daysFromToday(0), originalPlace: CANARY };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob(['%PDF-1.4']), `${CANARY}.pdf`);
  const { id } = await library.office.by.secretary.post<{ id: string }>(
    `/versions/${version.id}/approval-files`,
    form,
  );
  return id;
}

/** A request for change, and a record on a list of disposal. */
async function setUpkeep(
  library: Library,
  documentId: string,
): Promise<Pick<Scene, 'changeRequest' | 'recordType' | 'record' | 'disposal'>> {
  const { secretary } = library.office.by;
  const changeRequest = await secretary.post<{ id: string }>('/change-requests', {
    kind: 'amend',
    documentId,
    reason: CANARY,
  });
  const type = await secretary.post<{ id: string }>('/record-types', { name: CANARY, retentionMonths: 1 });
  const kept = await secretary.post<{ id: string }>('/records', {
    typeId: type.id,
    title: CANARY,
    openedOn: '2020-01-01',
  });
  await secretary.post(`/records/${kept.id}/completion`, { closedOn: '2020-02-01' });
  const disposal = await secretary.post<{ id: string }>('/disposals', {
    method: 'destroy',
    reason: CANARY,
    recordIds: [kept.id],
  });
  return { changeRequest: changeRequest.id, recordType: type.id, record: kept.id, disposal: disposal.id };
}

/** A paper that was read and waits for the secretary. */
async function setImport(
  { world, api }: Stage,
  library: Library,
): Promise<Pick<Scene, 'importBatch' | 'importItem'>> {
  const desk = new ImportDesk(world, api, library.office);
  const importBatch = await desk.open();
  return { importBatch, importItem: await desk.read(importBatch, { title: `Bản giấy ${CANARY}` }) };
}

import { type LocalDate, todayIn, uuidV7 } from '@app/kernel';

import { aPdf } from './pdf';
import { type RunningApi } from './product';
import { type Office, type Officer, PASSWORD } from './staff';
import { type World } from '../world';

/** What the tests read of a version; the whole is VersionDetail of the contract. */
export interface VersionView {
  id: string;
  documentId: string;
  code: string;
  series: string;
  title: string;
  state: string;
  draftingConfirmed: string | null;
  metadataHash: string | null;
  issue: number;
  rowVersion: number;
  effectiveOn: LocalDate | null;
  endedOn: LocalDate | null;
  effectiveVersionId: string | null;
  decision: { id: string; number: string | null } | null;
  rendition: { state: string; sha256: string | null; pages: number | null };
  route: {
    id: string;
    kind: string;
    stage: number;
    takenByName: string | null;
    state: string;
    comment: string | null;
    assigneeId: string;
  }[];
  signatures: { meaning: string; signerName: string; contentHash: string; valid: boolean }[];
  problems: { code: string; level: string }[];
  actions: Record<string, { allowed: boolean; code: string | null }>;
}

export interface DecisionView {
  id: string;
  rowVersion: number;
  state: string;
  number: string | null;
  effectiveOn: LocalDate | null;
  lateReason: string | null;
  lines: {
    versionId: string;
    documentId: string;
    action: string;
    reason: string | null;
    successor: { documentId: string; code: string } | null;
  }[];
  form: { state: string; required: boolean; note: string | null };
  replaces: { id: string; number: string | null } | null;
  replacedBy: { id: string; number: string | null } | null;
  scan: { state: string; type: string | null; problem: string | null } | null;
  warnings: { code: string; message: string }[];
  actions: Record<string, { allowed: boolean; code: string | null }>;
}

export interface Line {
  documentId: string;
  versionId: string;
  code: string;
  state: string;
  effectiveOn: LocalDate | null;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export const today = (): LocalDate => todayIn(new Date());

/** A day before (negative) or after today. */
export function daysFromToday(days: number): LocalDate {
  const day = new Date(`${today()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10) as LocalDate;
}

let serial = 0;

/** Fields of a version as its form sends them; each call has a code of its own. */
export function aForm(drafter: Officer, changes: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1;
  return {
    code: `QT ${String(serial)}/${uuidV7().slice(-6)}`,
    series: 'Hộ tịch',
    title: 'Quy trình đăng ký khai sinh',
    kind: 'procedure',
    owningUnitId: null,
    drafterId: drafter.id,
    issue: 1,
    revision: 0,
    issuedOn: null,
    changeNote: null,
    changeClass: null,
    legalBasis: null,
    citations: [],
    namedTexts: [],
    ...changes,
  };
}

/** Brings documents of one office to a state, by the acts of its people over HTTP. */
export class Library {
  constructor(
    private readonly world: World,
    private readonly api: RunningApi,
    readonly office: Office,
  ) {}

  /** An upload as the worker leaves it after reading: row and objects are there, no Office needed. */
  async readUpload(by: Officer, content?: Buffer): Promise<string> {
    const pdf = content ?? (await aPdf());
    const { id: agencyId } = this.office.agency;
    const { sha256, size } = await this.api.files.put('quarantine', agencyId, pdf);
    await this.api.files.put('renditions', agencyId, pdf);
    const id = uuidV7();
    await this.world.owner.query(
      `insert into documents.upload (agency_id, id, uploader_id, file_name, media_type, size, sha256, state, progress,
         rendition_sha256, rendition_size, rendition_pages)
       values ($1, $2, $3, 'Quy trình.pdf', 'pdf', $4, $5, 'ready', 100, $5, $4, 1)`,
      [agencyId, id, by.id, size, sha256],
    );
    return id;
  }

  /** A draft made by the secretary and drafted by the author. */
  async draft(changes: Record<string, unknown> = {}): Promise<VersionView> {
    const { secretary, author } = this.office.by;
    const uploadId = await this.readUpload(secretary);
    return this.confirmed(await secretary.post('/documents', { ...aForm(author, changes), uploadId }));
  }

  /** OF-05: what the secretary entered for the drafter is confirmed before it is sent. */
  async confirmed(version: VersionView): Promise<VersionView> {
    if (version.draftingConfirmed !== null) return version;
    const body = { way: 'paper', note: 'Phiếu ký của người soạn thảo' };
    await this.office.by.secretary.post(`/versions/${version.id}/drafting-confirmation`, body);
    return this.see(version);
  }

  /** The next version of a document that stands. */
  async nextDraft(of: VersionView, changes: Record<string, unknown> = {}): Promise<VersionView> {
    const { secretary, author } = this.office.by;
    const uploadId = await this.readUpload(secretary);
    const { code, series } = of;
    const next = await secretary.post<VersionView>(`/documents/${of.documentId}/versions`, {
      ...aForm(author, {
        code,
        series,
        issue: of.issue + 1,
        changeNote: 'Sửa theo luật mới',
        changeClass: 'major',
        changeReason: 'Văn bản căn cứ đã thay đổi',
        affectedSections: 'Mục 5',
        legalBasis: 'Luật Hộ tịch năm 2014',
      }),
      ...changes,
      uploadId,
    });
    return this.confirmed(next);
  }

  async submit(version: VersionView): Promise<VersionView> {
    const { secretary, reviewer, approver } = this.office.by;
    await this.confirmed(await this.see(version));
    await secretary.post(`/versions/${version.id}/submission`, {
      reviewerId: reviewer.id,
      approverId: approver.id,
    });
    return this.see(version);
  }

  async review(version: VersionView): Promise<VersionView> {
    await this.office.by.reviewer.post(`/versions/${version.id}/review`, this.signing(version));
    return this.see(version);
  }

  async approve(version: VersionView): Promise<VersionView> {
    await this.office.by.approver.post(`/versions/${version.id}/approval`, this.signing(version));
    return this.see(version);
  }

  /** What a signer sends: password again, and the hash of what was read. */
  signing({ rendition }: VersionView): { password: string; contentHash: string } {
    return { password: PASSWORD, contentHash: rendition.sha256 ?? '' };
  }

  async waitingForApproval(changes: Record<string, unknown> = {}): Promise<VersionView> {
    return this.review(await this.submit(await this.draft(changes)));
  }

  async approved(changes: Record<string, unknown> = {}): Promise<VersionView> {
    return this.approve(await this.waitingForApproval(changes));
  }

  async nextApproved(of: VersionView, changes: Record<string, unknown> = {}): Promise<VersionView> {
    return this.approve(await this.review(await this.submit(await this.nextDraft(of, changes))));
  }

  /** A draft decision over these versions and withdrawals. */
  async decision(
    versions: readonly VersionView[],
    {
      withdrawDocumentIds = [],
      ...changes
    }: { withdrawDocumentIds?: string[] } & Record<string, unknown> = {},
  ): Promise<DecisionView> {
    return this.office.by.secretary.post('/decisions', {
      abstract: 'Về việc ban hành quy trình',
      legalBases: ['Luật Tổ chức chính quyền địa phương'],
      signerId: this.office.by.head.id,
      formula: 'TM.',
      effectiveFrom: null,
      versionIds: versions.map(({ id }) => id),
      withdrawals: withdrawDocumentIds.map((documentId) => ({ documentId, reason: 'Thủ tục không còn' })),
      ...changes,
    });
  }

  async register(decision: DecisionView, changes: Record<string, unknown> = {}): Promise<DecisionView> {
    serial += 1;
    return this.office.by.clerk.post(`/decisions/${decision.id}/registration`, {
      number: `${String(serial)}/QĐ-UBND`,
      signedOn: today(),
      ...changes,
    });
  }

  /** In force from today (or as registered), by a decision of its own. */
  async effective(
    changes: Record<string, unknown> = {},
    registration: Record<string, unknown> = {},
  ): Promise<VersionView> {
    const version = await this.approved(changes);
    await this.register(await this.decision([version]), registration);
    return this.see(version);
  }

  see({ id }: { id: string }): Promise<VersionView> {
    return this.office.by.secretary.get(`/versions/${id}`);
  }
}

import { eventually } from '../../support/eventually';
import { aPdf } from '../../support/staging/pdf';
import { type Official, type Paper } from '../people/official.mts';
import { PASSWORD } from './product.mts';

/** Who carries a document through a Sở: each is signed in and acts in their own name. */
export interface Carriers {
  drafter: Official;
  reviewer: Official;
  secretary: Official;
  head: Official;
  clerk: Official;
}

export interface Version {
  id: string;
  documentId: string;
  code: string;
  title: string;
  series: string;
  issue: number;
  rendition: { sha256: string | null };
}

interface Way {
  routes: {
    id: string;
    stages: {
      stage: number;
      kind: string;
      isOptional: boolean;
      proposedIds: string[];
      people: { personId: string; fullName: string }[];
    }[];
  }[];
}

const UNIT = 'Phòng Nghiệp vụ';

/** What other stories show by clicks, done through the API, to come to what this one is about. */
export class Groundwork {
  readonly #by: Carriers;
  readonly #approver: string;

  constructor(carriers: Carriers, approver: string) {
    this.#by = carriers;
    this.#approver = approver;
  }

  /** The drafter's own upload, read by the worker, with the form filled in. */
  async drafts(paper: Paper, next: Record<string, unknown> = {}, path = '/documents'): Promise<Version> {
    const { drafter } = this.#by;
    const content = await aPdf();
    const { id } = await drafter.sendsFile<{ id: string }>('/uploads', { name: 'quy-trinh.pdf', content });
    const { person } = await drafter.asks<{ person: { id: string } }>('/me');
    const units = await drafter.asks<{ id: string; name: string }[]>('/units');
    await eventually(
      async () => (await drafter.asks<{ state: string }>(`/uploads/${id}`)).state === 'ready',
      { within: 60_000, every: 100 },
    );
    return drafter.sends(path, {
      uploadId: id,
      code: paper.code,
      title: paper.title,
      series: 'Hộ tịch',
      kind: 'procedure',
      owningUnitId: units.find(({ name }) => name === UNIT)?.id ?? null,
      drafterId: person.id,
      issue: 1,
      revision: 0,
      issuedOn: null,
      changeNote: null,
      changeClass: null,
      legalBasis: null,
      citations: [],
      namedTexts: [],
      ...next,
    });
  }

  /** To the people that the route proposes, and to the head. */
  async sends(version: Version): Promise<Version> {
    const { drafter } = this.#by;
    const { routes } = await drafter.asks<Way>(`/versions/${version.id}/way`);
    const [route] = routes;
    const people = (route?.stages ?? []).flatMap(
      ({ stage, kind, isOptional, people: eligible, proposedIds }) => {
        const heads = eligible.filter(({ fullName }) => fullName === this.#approver);
        const personIds = kind === 'approve' ? heads.map(({ personId }) => personId) : proposedIds;
        return isOptional ? [] : [{ stage, personIds }];
      },
    );
    await drafter.sends(`/versions/${version.id}/submission`, { route: route?.id, people });
    return this.see(version);
  }

  async reviews(version: Version): Promise<Version> {
    const contentHash = version.rendition.sha256;
    await this.#by.reviewer.sends(`/versions/${version.id}/review`, { password: PASSWORD, contentHash });
    return version;
  }

  async waiting(paper: Paper): Promise<Version> {
    return this.reviews(await this.sends(await this.drafts(paper)));
  }

  /** The next version of a document, approved by the head. */
  async next(of: Version): Promise<Version> {
    const changes = {
      issue: of.issue + 1,
      changeNote: `Rút ngắn thời hạn, lần ${String(of.issue + 1)}`,
      changeClass: 'major',
      changeReason: 'Văn bản căn cứ đã thay đổi',
      affectedSections: 'Mục 5',
      legalBasis: 'Luật Hộ tịch năm 2014',
    };
    const draft = await this.drafts(of, changes, `/documents/${of.documentId}/versions`);
    const version = await this.reviews(await this.sends(draft));
    const contentHash = version.rendition.sha256;
    await this.#by.head.sends(`/versions/${version.id}/approval`, { password: PASSWORD, contentHash });
    return version;
  }

  /** Issues a version by a decision of its own, signed on a day as it stands on paper. */
  async issues(version: Version, { number, signedOn }: { number: string; signedOn: string }): Promise<void> {
    const { secretary, clerk } = this.#by;
    const { person } = await this.#by.head.asks<{ person: { id: string } }>('/me');
    const { id } = await secretary.sends<{ id: string }>('/decisions', {
      abstract: `Sửa đổi ${version.code}, lần ban hành ${String(version.issue)}`,
      legalBases: ['Luật Tổ chức chính quyền địa phương'],
      signerId: person.id,
      formula: '',
      effectiveFrom: null,
      versionIds: [version.id],
      withdrawals: [],
    });
    const lateReason = 'Bản giấy về chậm';
    const [day, month, year] = signedOn.split('/');
    await clerk.sends(`/decisions/${id}/registration`, {
      number,
      signedOn: [year, month, day].join('-'),
      lateReason,
    });
  }

  see({ id }: { id: string }): Promise<Version> {
    return this.#by.secretary.asks(`/versions/${id}`);
  }
}

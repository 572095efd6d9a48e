import { PeopleFacade } from '@app/identity';
import { type Actor, formatVi } from '@app/kernel';
import { type Letterhead, OrganizationFacade } from '@app/organization';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  fillForm,
  type IssuingDecisionForm,
  type ListedDocument,
  type SigningFormula,
  type SubmissionForm,
  type WithdrawnDocument,
} from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import {
  type DecisionDetailRow,
  type DecisionLineRow,
  type DecisionRef,
  DecisionsQuery,
} from '../../persistence/decisions.query';
import { type PrintedForm } from './print-forms';

const STANDARD = 'TCVN ISO 9001:2015';

/** What can be printed of a decision. */
export const DECISION_FORMS = ['decision', 'submission', 'list'] as const;
export type DecisionFormName = (typeof DECISION_FORMS)[number];

interface Sources {
  row: DecisionDetailRow;
  letterhead: Letterhead;
  secretary: string;
}

/** Tờ trình and quyết định of an issuing decision as .docx (OF-01); numbers stay blank until văn thư gives them (OF-02). */
@Injectable()
export class DecisionForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsQuery,
    private readonly organization: OrganizationFacade,
    private readonly people: PeopleFacade,
  ) {}

  /** @throws DecisionNotFound */
  async fill(actor: Actor, id: string, form: DecisionFormName): Promise<PrintedForm> {
    const sources = await this.#sources(actor, id);
    const { fileName, fill } = FORMS[form];
    return { docx: await fill(sources), fileName };
  }

  #sources(actor: Actor, id: string): Promise<Sources> {
    return this.unitOfWork.read(actor, async (tx: ReadTransaction) => {
      const row = await this.decisions.get(tx, id);
      const letterhead = await this.organization.letterhead(tx);
      const [secretary] = await this.people.withRole(tx, 'secretary');
      return { row, letterhead, secretary: secretary?.fullName ?? '' };
    });
  }
}

const FORMS: Readonly<
  Record<DecisionFormName, { fileName: string; fill: (sources: Sources) => Promise<Buffer> }>
> = {
  decision: {
    fileName: 'Quyết định ban hành tài liệu.docx',
    fill: (sources) => fillForm('quyet-dinh-ban-hanh', decisionForm(sources)),
  },
  submission: {
    fileName: 'Tờ trình ban hành tài liệu.docx',
    fill: (sources) => fillForm('to-trinh-ban-hanh', submissionForm(sources)),
  },
  list: {
    fileName: 'Danh mục kèm theo quyết định.docx',
    fill: (sources) => fillForm('danh-muc-kem-theo', decisionForm(sources)),
  },
};

function decisionForm({ row, letterhead }: Sources): IssuingDecisionForm {
  const [number = null, symbol = `QĐ-${letterhead.symbol}`] =
    row.number === null ? [] : splitNumber(row.number);
  return {
    ...headOf(letterhead),
    number,
    symbol,
    date: row.signedOn,
    subject: row.abstract,
    authority: authorityOf(letterhead),
    basis: row.legalBases,
    effectiveOn: row.effectiveOn ?? row.effectiveFrom,
    replaces: row.replaces === null ? [] : [citedAs(row.replaces)],
    documents: row.lines.filter(({ action }) => action !== 'withdraw').map(listed),
    withdrawn: row.lines.filter(({ action }) => action === 'withdraw').map(withdrawn),
    responsible: 'Các đơn vị, công chức thuộc cơ quan',
    recipients: ['Như Điều 3', 'Lưu: VT, thư ký ISO'],
    signatory: signatoryOf(row, letterhead),
  };
}

function submissionForm({ row, letterhead, secretary }: Sources): SubmissionForm {
  return {
    ...headOf(letterhead),
    number: null,
    symbol: `TTr-${letterhead.symbol}`,
    date: null,
    subject: row.abstract,
    addressee: authorityOf(letterhead),
    submittingUnit: 'Thư ký ISO',
    basis: row.legalBases,
    documents: row.lines.map(listed),
    remarks: row.lines.map(
      (line) =>
        `${line.code} – ${line.title}: ${changeOf(line).toLocaleLowerCase('vi')}, lần ban hành ${pad(line.issue)}, lần sửa đổi ${pad(line.revision)}${whyOf(line)}.`,
    ),
    effectiveOn: row.effectiveFrom,
    recipients: ['Như trên', 'Lưu: VT'],
    signatory: { formula: null, onBehalfOf: null, position: 'Thư ký ISO', name: secretary },
  };
}

function headOf({
  name,
  superiorName,
  seat,
}: Letterhead): Pick<IssuingDecisionForm, 'parentAgency' | 'agency' | 'place' | 'standard'> {
  return { parentAgency: superiorName, agency: name, place: seat ?? '', standard: STANDARD };
}

/** Who decides: Chủ tịch of a people's committee, else the head of the agency. */
function authorityOf({ kind, name }: Letterhead): string {
  return kind === 'commune' || kind === 'province' ? `Chủ tịch ${name}` : `Giám đốc ${name}`;
}

function signatoryOf(
  { formula, signerName, signerPosition }: DecisionDetailRow,
  { kind, name }: Letterhead,
): IssuingDecisionForm['signatory'] {
  const committee = kind === 'commune' || kind === 'province';
  return {
    formula: formula === '' ? null : (formula as SigningFormula),
    onBehalfOf:
      formula === 'TM.' && committee
        ? 'Ủy ban nhân dân'
        : formula === 'KT.'
          ? committee
            ? 'Chủ tịch'
            : 'Giám đốc'
          : formula === ''
            ? null
            : name,
    position: signerPosition,
    name: signerName,
  };
}

function listed(line: DecisionLineRow): ListedDocument {
  const { code, title, series, issue, revision } = line;
  return { code, title, field: series, issue, revision, change: changeOf(line) };
}

function withdrawn(line: DecisionLineRow): WithdrawnDocument {
  const { reason, successor } = line;
  return {
    ...listed(line),
    reason,
    successor: successor === null ? null : `${successor.code} “${successor.title}”`,
  };
}

/** Each line of a decision is called by what is done with the document. */
function changeOf({ action, revision }: DecisionLineRow): string {
  if (action === 'issue') return 'Ban hành mới';
  if (action === 'withdraw') return 'Bãi bỏ';
  return revision > 0 ? 'Sửa đổi' : 'Thay thế';
}

function whyOf({ action, reason, changeNote }: DecisionLineRow): string {
  const why = action === 'withdraw' ? reason : changeNote;
  return why === null ? '' : `; ${why.replace(/[.;\s]+$/u, '')}`;
}

function citedAs({ number, signedOn, abstract }: DecisionRef): string {
  return [`Quyết định số ${number ?? ''}`, signedOn === null ? '' : `ngày ${formatVi(signedOn)}`, abstract]
    .filter((part) => part !== '')
    .join(' ');
}

/** "12/QĐ-UBND" is number 12 with symbol QĐ-UBND. */
function splitNumber(number: string): [string, string?] {
  const [digits = number, ...symbol] = number.split('/');
  return symbol.length === 0 ? [digits] : [digits, symbol.join('/')];
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}

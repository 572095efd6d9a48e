import { PeopleFacade } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Letterhead, OrganizationFacade } from '@app/organization';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  fillForm,
  type IssuingDecisionForm,
  type ListedDocument,
  type SigningFormula,
  type SubmissionForm,
} from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { type DecisionDetailRow, type DecisionLineRow, DecisionsQuery } from '../persistence/decisions.query';

const STANDARD = 'TCVN ISO 9001:2015';

export interface PrintedForm {
  docx: Buffer;
  fileName: string;
}

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
  async decision(actor: Actor, id: string): Promise<PrintedForm> {
    const sources = await this.#sources(actor, id);
    return {
      docx: await fillForm('quyet-dinh-ban-hanh', decisionForm(sources)),
      fileName: 'Quyết định ban hành tài liệu.docx',
    };
  }

  /** @throws DecisionNotFound */
  async submission(actor: Actor, id: string): Promise<PrintedForm> {
    const sources = await this.#sources(actor, id);
    return {
      docx: await fillForm('to-trinh-ban-hanh', submissionForm(sources)),
      fileName: 'Tờ trình ban hành tài liệu.docx',
    };
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
    replaces: [],
    documents: row.lines.filter(({ action }) => action !== 'withdraw').map(listed),
    withdrawn: row.lines.filter(({ action }) => action === 'withdraw').map(listed),
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
      ({ code, title, issue, revision }) =>
        `${code} – ${title}: lần ban hành ${pad(issue)}, lần sửa đổi ${pad(revision)}.`,
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

function listed({ code, title, series, issue, revision }: DecisionLineRow): ListedDocument {
  return { code, title, field: series, issue, revision };
}

/** "12/QĐ-UBND" is number 12 with symbol QĐ-UBND. */
function splitNumber(number: string): [string, string?] {
  const [digits = number, ...symbol] = number.split('/');
  return symbol.length === 0 ? [digits] : [digits, symbol.join('/')];
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}

import { type DeclarationForm, fillForm, type SigningFormula } from '@app/platform/forms';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeclarationRow, type ScopeLineRow } from '../persistence/declaration-row';
import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationScope } from './declaration-scope';

/** All that the printed declaration says. */
export interface PaperContent {
  row: DeclarationRow;
  lines: ScopeLineRow[];
  form: DeclarationForm;
}

const COUNCIL = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\b/i;
const RECIPIENTS = [
  'Sở Khoa học và Công nghệ (để theo dõi)',
  'Cổng thông tin điện tử (để công khai)',
  'Lưu: VT, hồ sơ HTQLCL',
];

/** The declaration as a Word file, from the records alone; before signing it shows the agency as it stands today. */
@Injectable()
export class DeclarationPaper {
  constructor(
    private readonly declarations: DeclarationsRepository,
    private readonly scope: DeclarationScope,
  ) {}

  /** @throws DeclarationNotFound */
  async content(tx: ReadTransaction, id: string): Promise<PaperContent> {
    const { row } = await this.declarations.get(tx, id);
    const lines = await this.declarations.lines(tx, row);
    const letterhead = await this.scope.letterhead(tx);
    const agency = row.agencyName ?? letterhead.name;
    const seat = row.agencyName === null ? letterhead.seat : row.seat;
    const form: DeclarationForm = {
      parentAgency: row.agencyName === null ? letterhead.superiorName : row.superiorName,
      agency,
      ...numberParts(row.number, letterhead.symbol),
      place: seat ?? '',
      date: row.signedOn,
      standard: row.standardLabel,
      address: seat ?? '',
      fields: [...new Set(lines.map(({ series }) => series))],
      scope: lines.map(({ title, series, code }) => ({ title, field: series, code })),
      replaces: replacedBy(row),
      recipients: RECIPIENTS,
      signatory: signatoryOf(row, agency),
    };
    return { row, lines, form };
  }

  docx({ form }: PaperContent): Promise<Buffer> {
    return fillForm('ban-cong-bo', form);
  }
}

/** `05/CB-UBND` as văn thư wrote it; before that the number is blank and the symbol only proposed. */
function numberParts(number: string | null, agencySymbol: string): { number: string | null; symbol: string } {
  if (number === null) return { number: null, symbol: `CB-${agencySymbol}` };
  const [first = '', ...rest] = number.split('/');
  return { number: first.trim(), symbol: rest.join('/').trim() };
}

function replacedBy(row: DeclarationRow): DeclarationForm['replaces'] {
  const { supersedesNumber, supersedesSignedOn, reason } = row;
  if (supersedesNumber === null || supersedesSignedOn === null) return null;
  return { number: supersedesNumber, date: supersedesSignedOn, reason: reason ?? '' };
}

const FORMULAS = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const satisfies readonly SigningFormula[];

function signatoryOf(row: DeclarationRow, agency: string): DeclarationForm['signatory'] {
  const formula = FORMULAS.find((known) => known === row.signerFormula) ?? null;
  // The position stands under the name of the agency already: "Chủ tịch UBND xã" is printed as "Chủ tịch".
  const position = (row.signerPosition ?? '').replace(/\s+(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\b.*$/iu, '');
  return { formula, position, name: row.signerName, onBehalfOf: onBehalfOf(formula, agency) };
}

function onBehalfOf(formula: SigningFormula | null, agency: string): string | null {
  const isCouncil = COUNCIL.test(agency);
  if (formula === 'TM.') return isCouncil ? 'Ủy ban nhân dân' : agency;
  if (formula === null || formula === 'Q.') return null;
  return isCouncil ? 'Chủ tịch' : 'Giám đốc';
}

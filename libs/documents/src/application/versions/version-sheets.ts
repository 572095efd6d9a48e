import { type Actor, formatVi, type LocalDate, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import { sheetDocx, type SheetPart } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { type IssuingSetting } from '../../domain/issuing/issuing-setting';
import { amendmentTable, type AmendmentTable } from '../../domain/versions/amendments';
import { type DetailRow, VersionDetailQuery } from '../../persistence/version-detail.query';
import { AmendmentsQuery } from '../../persistence/versions/amendments.query';
import { IssuingSettings } from '../issuing/issuing-settings';
import { type PrintedForm } from '../issuing/print-forms';

/** Where a version's sheets take their words from. */
@Injectable()
export class SheetSources {
  constructor(
    readonly amendments: AmendmentsQuery,
    readonly settings: IssuingSettings,
    readonly details: VersionDetailQuery,
    readonly organization: OrganizationFacade,
  ) {}
}

/** The amendment table of a document and the cover sheet of a version, in the agency's form (DI-06, R21). */
@Injectable()
export class VersionSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SheetSources,
  ) {}

  /** @throws DocumentNotFound */
  table(actor: Actor, documentId: string): Promise<AmendmentTable & { code: string; title: string }> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { code, title, amendments } = await this.sources.amendments.upTo(tx, documentId, null);
      const { amendmentColumns } = await this.sources.settings.get(tx);
      return { code, title, ...amendmentTable(amendments, amendmentColumns) };
    });
  }

  /** Trang theo dõi sửa đổi tài liệu. @throws DocumentNotFound */
  async amendments(actor: Actor, documentId: string): Promise<PrintedForm> {
    const { code, title, columns, rows } = await this.table(actor, documentId);
    const docx = await sheetDocx('Theo dõi sửa đổi tài liệu', [
      { kind: 'title', text: 'TRANG THEO DÕI SỬA ĐỔI TÀI LIỆU' },
      { kind: 'text', text: `${code} – ${title}` },
      { kind: 'table', headings: columns.map(({ heading }) => heading), rows },
    ]);
    return { docx, fileName: `Theo dõi sửa đổi ${code}.docx`.replaceAll('/', '-') };
  }

  /** Tờ bìa: who wrote, checked and approved, numbers and dates, amendments, distribution. @throws VersionNotFound */
  async cover(actor: Actor, versionId: string): Promise<PrintedForm> {
    const { row, table, setting, agency, receivers } = await this.unitOfWork.read(actor, async (tx) => {
      const found = await this.sources.details.get(tx, versionId);
      const { amendments } = await this.sources.amendments.upTo(tx, found.documentId, versionId);
      const setting = await this.sources.settings.get(tx);
      return {
        row: found,
        setting,
        table: amendmentTable(amendments, setting.amendmentColumns),
        agency: await this.sources.organization.letterhead(tx),
        receivers: await this.sources.amendments.distributedTo(tx, versionId),
      };
    });
    const docx = await sheetDocx(`${row.code} ${row.title}`, [
      { kind: 'text', text: agency.name.toLocaleUpperCase('vi') },
      { kind: 'title', text: row.title.toLocaleUpperCase('vi') },
      { kind: 'facts', facts: factsOf(row) },
      signersOf(row, setting),
      { kind: 'heading', text: 'Theo dõi sửa đổi tài liệu' },
      { kind: 'table', headings: table.columns.map(({ heading }) => heading), rows: table.rows },
      { kind: 'heading', text: 'Nơi nhận (phân phối)' },
      ...receivers.map((name): SheetPart => ({ kind: 'text', text: `- ${name}` })),
    ]);
    return { docx, fileName: `Tờ bìa ${row.code}.docx`.replaceAll('/', '-') };
  }
}

function factsOf(row: DetailRow): (readonly [string, string])[] {
  const { decision } = row;
  return [
    ['Mã hiệu', row.code],
    ['Lĩnh vực', row.series],
    ['Lần ban hành', pad(row.issue)],
    ['Lần sửa đổi', pad(row.revision)],
    ['Ngày ban hành', day(decision?.signedOn ?? row.issuedOn)],
    ['Ngày hiệu lực', day(row.effectiveOn)],
    ['Ngày hết hiệu lực', day(row.endsOn)],
    ['Quyết định ban hành', decision?.number ?? ''],
  ];
}

/** Soạn thảo, xem xét, phê duyệt: names of the last round; room to sign stays free, images of signatures never stand here. */
function signersOf(
  { drafterName, signatures, reviewRound }: DetailRow,
  { printIsoTitles }: Pick<IssuingSetting, 'printIsoTitles'>,
): SheetPart {
  const ofRound = signatures.filter(({ round }) => round === reviewRound);
  const said = (meaning: 'reviewed' | 'approved'): string[] =>
    ofRound
      .filter((signature) => signature.meaning === meaning)
      .map(({ formula, positionTitle, isoTitle, signerName, signedAt }) =>
        [
          `${formula} ${positionTitle}`.trim(),
          ...(printIsoTitles && isoTitle !== null ? [isoTitle] : []),
          signerName,
          `(${day(todayIn(new Date(signedAt)))})`,
        ].join('\n'),
      );
  return {
    kind: 'table',
    headings: ['Soạn thảo', 'Xem xét', 'Phê duyệt'],
    rows: [[drafterName, said('reviewed').join('\n'), said('approved').join('\n')]],
    roomy: 35,
  };
}

function day(date: LocalDate | null): string {
  return date === null ? '' : formatVi(date);
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}

import { PeopleFacade } from '@app/identity';
import { foldVietnamese } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { fillForm, type ProcedureForm, type StepTable } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { durationWords, type ProcedureCase, type ProcedureContent, timeOf } from '../../domain/content';
import { CaseNotFound } from '../../domain/editor/refusals';
import { type VersionFacts } from '../../persistence/version-facts.query';

/** What the paper says besides the content. */
export type Cover = Pick<
  VersionFacts,
  'code' | 'title' | 'issue' | 'revision' | 'issuedOn' | 'drafterId' | 'drafterName'
>;

export interface PaperSources {
  agency: string;
  drafterPosition: string;
}

/** Makes the Word file of a procedure from its fields, and the blank slip of one of its cases (OF-13). */
@Injectable()
export class ProcedurePaper {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly people: PeopleFacade,
  ) {}

  async sources(tx: ReadTransaction, drafterId: string): Promise<PaperSources> {
    const { name } = await this.organization.letterhead(tx);
    const drafter = await this.people.member(tx, drafterId);
    return { agency: name, drafterPosition: drafter?.positionTitle ?? '' };
  }

  /** @returns the .docx */
  procedure(cover: Cover, content: ProcedureContent, sources: PaperSources): Promise<Buffer> {
    return fillForm('quy-trinh', procedureForm(cover, content, sources));
  }

  /** @throws CaseNotFound */
  async trackingSlip(
    cover: Pick<Cover, 'code' | 'title'>,
    content: ProcedureContent,
    { agency, caseNo }: { agency: string; caseNo: number },
  ): Promise<Buffer> {
    const chosen = content.cases[caseNo];
    if (chosen === undefined) throw new CaseNotFound();
    const { code, title } = cover;
    return fillForm('phieu-theo-doi-qua-trinh', { agency, code, title, case: stepTable(chosen) });
  }
}

/** From fields to what the template names. Sections 6 and 7 are their tables where these have lines. */
export function procedureForm(
  cover: Cover,
  content: ProcedureContent,
  { agency, drafterPosition }: PaperSources,
): ProcedureForm {
  const { forms, records } = content;
  const isTable = (heading: string): boolean =>
    (forms.length > 0 && foldVietnamese(heading).startsWith('bieu mau')) ||
    (records.length > 0 && foldVietnamese(heading).startsWith('ho so luu'));
  return {
    agency,
    code: cover.code,
    title: cover.title,
    issue: cover.issue,
    revision: cover.revision,
    issuedOn: cover.issuedOn,
    drafted: { name: cover.drafterName, position: drafterPosition },
    amendments: content.amendments.map(({ summary, basis, issue, revision }) => ({
      summary,
      basis: basis ?? '',
      edition: [issue, revision].filter((count) => count !== null).join('/'),
    })),
    sections: [
      ...content.sections
        .filter(({ heading }) => !isTable(heading))
        .map(({ number, heading, text }) => ({
          heading: [number === null ? null : `${number}.`, heading].filter(Boolean).join(' '),
          paragraphs: paragraphsOf(text),
        })),
      ...extraSections(content),
    ],
    cases: content.cases.map(stepTable),
    forms: forms.map(({ code, name }) => ({ code: code ?? '', name })),
    records: records.map(({ name, place, retention }) => ({
      name,
      place: place ?? '',
      retention: retention ?? '',
    })),
  };
}

/** Dossier and fee have fields of their own; they are printed where no section says them. */
function extraSections({ sections, dossier, fee }: ProcedureContent): ProcedureForm['sections'] {
  const isSaid = (words: string): boolean =>
    sections.some(({ heading, text }) => foldVietnamese(`${heading} ${text}`).includes(words));
  return [
    ...(dossier.length > 0 && !isSaid('thanh phan')
      ? [{ heading: 'Thành phần hồ sơ', paragraphs: dossier.map((line) => `- ${line}`) }]
      : []),
    ...(fee !== null && !isSaid('le phi') ? [{ heading: 'Phí, lệ phí', paragraphs: paragraphsOf(fee) }] : []),
  ];
}

function stepTable({ name, limit, limitFrom, steps }: ProcedureCase): StepTable {
  return {
    name,
    limit: [durationWords(limit), limitFrom].filter(Boolean).join(' '),
    steps: steps.map((step) => ({
      no: step.no,
      name: step.name,
      responsible: step.responsible ?? '',
      time: timeOf(step),
    })),
  };
}

function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

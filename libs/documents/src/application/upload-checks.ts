import { LegalRegisterFacade, type LegalTextStatus } from '@app/legal-register';
import { type Actor, DomainError } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { type PageText, pageTexts } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

import { SignedMaster, type SignedMasterNote } from './approvals/signed-master';
import { onPages, problem, type Proposal, type ReaderProblem, retiredBodiesOnPages } from '../domain/reader';
import { UploadBackground } from './upload-background';

const GONE: Partial<Record<LegalTextStatus, string>> = {
  expired: 'đã hết hiệu lực',
  'partly-expired': 'đã hết hiệu lực một phần',
  'not-yet': 'chưa có hiệu lực',
};

/** What a file is held against besides itself: the day, the register of legal texts, the pages of its rendition. */
@Injectable()
export class UploadChecks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: LegalRegisterFacade,
    private readonly background: UploadBackground,
    private readonly signed: SignedMaster,
  ) {}

  /** Who signed a PDF before it came here, and whether that holds (B-04). */
  signatures(path: string): Promise<SignedMasterNote[]> {
    return this.signed.notes(path);
  }

  /** What the reader compares with. */
  comparedWith(actor: Actor): ReturnType<UploadBackground['of']> {
    return this.background.of(actor);
  }

  /** The proposal with what the register knows of the texts it cites, each finding with its page where `pdf` shows it. */
  async complete(actor: Actor, proposal: Proposal, pdf: string | null): Promise<Proposal> {
    const problems = [...proposal.problems, ...(await this.#citedTexts(actor, proposal))];
    if (pdf === null) return { ...proposal, problems };
    const pages = await pagesOf(pdf);
    const { retiredBodies } = await this.background.of(actor);
    return { ...proposal, problems: onPages(retiredBodiesOnPages(problems, pages, retiredBodies), pages) };
  }

  async #citedTexts(actor: Actor, { citations, namedTexts }: Proposal): Promise<ReaderProblem[]> {
    const resolved = await this.unitOfWork.read(actor, (tx) =>
      this.register.resolve(tx, citations, namedTexts),
    );
    const texts = [...resolved.citations, ...resolved.namedTexts].flatMap((text) => text ?? []);
    const gone = texts.flatMap(({ numberSymbol, title, status }): [string, string][] => {
      const words = GONE[status];
      return words === undefined ? [] : [[numberSymbol === '' ? title : numberSymbol, words]];
    });
    return [...new Map(gone)].map(([text, other]) => ({
      ...problem('text-not-in-force', 'Căn cứ pháp lý', { text, other }),
      quote: text,
    }));
  }
}

/** A rendition whose text no program can read leaves the findings without pages. */
async function pagesOf(path: string): Promise<PageText[]> {
  const pages: PageText[] = [];
  try {
    for await (const page of pageTexts(path)) pages.push(page);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return pages;
}

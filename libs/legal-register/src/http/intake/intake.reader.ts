import { type ReadTransaction } from '@app/platform/database';
import { type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { type IntakeReading } from '../../domain/intake/intake';
import { type ReadRelation } from '../../domain/reading';
import { LegalRegisterFacade } from '../../legal-register.facade';
import { type IntakeLine as LineRow, type IntakeRow } from '../../persistence/intake/intakes.repository';
import { type CitationToResolve, type ResolvedText } from '../../persistence/resolution.query';
import { type IntakeDetail, type IntakeLine, type MeantText, type ReadTarget } from './intake.dto';

/** Shows a text that came in with what the register knows of the texts that it names. */
@Injectable()
export class IntakePresenter {
  constructor(
    private readonly register: LegalRegisterFacade,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  async detail(tx: ReadTransaction, row: IntakeRow, language: Language): Promise<IntakeDetail> {
    const { sha256: _, size: _size, mediaType, reading, problem, ...line } = row;
    const relations = reading?.relations ?? [];
    const found = await this.#find(tx, reading, relations);
    return {
      ...lineView(line),
      rowVersion: row.rowVersion,
      link: row.link,
      content: row.content,
      fileName: row.fileName,
      hasFile: mediaType !== null,
      problem: problem === null ? null : this.catalogue.message(problem, language),
      known: found.own,
      reading: reading && {
        ...headOf(reading),
        relations: relations.map(({ kind, partly, provisions, effectiveOn, quote, ...said }, index) => ({
          kind,
          partly,
          provisions,
          effectiveOn,
          quote,
          target: targetOf(said),
          meant: found.targets[index] ?? null,
        })),
      },
    };
  }

  /** Two statements, however many texts are named. */
  async #find(
    tx: ReadTransaction,
    reading: IntakeReading | null,
    relations: readonly ReadRelation[],
  ): Promise<{ own: MeantText | null; targets: (MeantText | null)[] }> {
    const cited = relations.flatMap(({ target }) => (target === null ? [] : [target]));
    const named = relations.flatMap((relation) => (relation.named === null ? [] : [relation.named]));
    const own: CitationToResolve[] =
      reading?.numberSymbol == null ? [] : [{ ...reading, numberSymbol: reading.numberSymbol }];
    const { citations, namedTexts } = await this.register.resolve(tx, [...cited, ...own], named);
    const meant = new Map<unknown, ResolvedText | null>([
      ...cited.map((target, index) => [target, citations[index] ?? null] as const),
      ...named.map((name, index) => [name, namedTexts[index] ?? null] as const),
    ]);
    return {
      own: meantOf(own.length === 0 ? null : (citations.at(-1) ?? null)),
      targets: relations.map(({ target, named: name }) => meantOf(meant.get(target ?? name) ?? null)),
    };
  }
}

export function lineView({ receivedAt, decidedAt, ...line }: LineRow): IntakeLine {
  return {
    id: line.id,
    origin: line.origin,
    title: line.title,
    state: line.state,
    numberSymbol: line.numberSymbol,
    relations: line.relations,
    sourceName: line.sourceName,
    receivedAt: receivedAt.toISOString(),
    receivedByName: line.receivedByName,
    publishedOn: line.publishedOn,
    isWithdrawn: line.isWithdrawn,
    isChanged: line.isChanged,
    notices: line.notices,
    textId: line.textId,
    decidedByName: line.decidedByName,
    decidedAt: decidedAt?.toISOString() ?? null,
    reason: line.reason,
  };
}

function headOf({ kind, numberSymbol, issuer, issuedOn, effectiveOn, expiredOn, title }: IntakeReading) {
  return { kind, numberSymbol, issuer, issuedOn, effectiveOn, expiredOn, title };
}

const NO_CITATION = { kind: null, numberSymbol: null, issuer: null, issuedOn: null };
const NO_NAME = { name: null, year: null };

function targetOf({ target, named }: Pick<ReadRelation, 'target' | 'named'>): ReadTarget {
  const { kind, numberSymbol, issuer, issuedOn } = target ?? NO_CITATION;
  const { name, year } = named ?? NO_NAME;
  return { kind, numberSymbol, issuer, issuedOn, name, year };
}

function meantOf(text: ResolvedText | null): MeantText | null {
  return text && { textId: text.textId, numberSymbol: text.numberSymbol, title: text.title };
}

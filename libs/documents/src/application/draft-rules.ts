import { PeopleFacade, type PersonLine } from '@app/identity';
import { type ReadTransaction } from '@app/platform/database';
import { foldVietnamese } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import {
  ChangeNoteMissing,
  CodeTaken,
  DocumentNotFound,
  PersonNotInAgency,
  UnitNotInAgency,
} from '../domain/refusals';
import { KeptByOwner } from '../domain/adoption/refusals';
import { nextCode, type VersionFields } from '../domain/version-fields';
import { DraftsRepository } from '../persistence/drafts.repository';

export interface CodeProblem {
  code: string;
  level: 'error' | 'warning';
  message: string;
  where: string | null;
}

interface DraftCheck {
  documentId: string | null;
  /** From the second version on a change note and a class are compulsory (DI-06). */
  isSuccessor: boolean;
  keepRepeatedCode: boolean;
  fields: VersionFields;
}

/** What must hold of a draft's fields before it is written. */
@Injectable()
export class DraftRules {
  constructor(
    private readonly people: PeopleFacade,
    private readonly drafts: DraftsRepository,
  ) {}

  /** @returns the drafter, whose name is copied @throws PersonNotInAgency, UnitNotInAgency, DocumentNotFound, CodeTaken, ChangeNoteMissing */
  async check(
    tx: ReadTransaction,
    { documentId, isSuccessor, keepRepeatedCode, fields }: DraftCheck,
  ): Promise<PersonLine> {
    const drafter = await this.people.member(tx, fields.drafterId);
    if (drafter === null) throw new PersonNotInAgency();
    await this.#assertUnit(tx, fields.owningUnitId);
    const keepsItsCode = documentId !== null && (await this.#hasCode(tx, documentId, fields));
    if (isSuccessor && (fields.changeNote === null || fields.changeClass === null))
      throw new ChangeNoteMissing();
    const problems = await this.codeProblems(tx, { code: fields.code, series: fields.series, documentId });
    if (!keepRepeatedCode && !keepsItsCode && problems.some(({ level }) => level === 'error'))
      throw new CodeTaken();
    return drafter;
  }

  /** DI-01: the same code in the same series is an error with the next number proposed, elsewhere a warning. */
  async codeProblems(
    tx: ReadTransaction,
    { code, series, documentId }: { code: string; series: string; documentId: string | null },
  ): Promise<CodeProblem[]> {
    const others = await this.drafts.sameCode(tx, { code, exceptDocumentId: documentId });
    const seriesKey = foldVietnamese(series);
    return others.map((other): CodeProblem => {
      if (foldVietnamese(other.series) !== seriesKey) {
        return {
          code: 'documents.code-in-other-series',
          level: 'warning',
          message: `Mã hiệu ${code} đã dùng ở lĩnh vực ${other.series}: “${other.title}”.`,
          where: 'Mã hiệu',
        };
      }
      const next = nextCode(code);
      return {
        code: 'documents.code-taken',
        level: 'error',
        message: `Mã hiệu ${code} đã dùng trong cùng lĩnh vực: “${other.title}”.${next === null ? '' : ` Mã tiếp theo: ${next}.`}`,
        where: 'Mã hiệu',
      };
    });
  }

  async #assertUnit(tx: ReadTransaction, unitId: string | null): Promise<void> {
    if (unitId === null) return;
    const known = await tx.one('select 1 from organization.unit where agency_id = $1 and id = $2', [
      tx.actor.agencyId,
      unitId,
    ]);
    if (known === null) throw new UnitNotInAgency();
  }

  /** Whether the document bears this code already: a next version may keep it, whatever else bears it too. */
  async #hasCode(tx: ReadTransaction, documentId: string, { code, series }: VersionFields): Promise<boolean> {
    const known = await tx.one<{ same: boolean; keptByOwner: boolean }>(
      `select code_key = documents.code_key($3) and series_key = app.fold($4) as same, kept_by_owner as "keptByOwner"
         from documents.document where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, documentId, code, series],
    );
    if (known === null) throw new DocumentNotFound();
    if (known.keptByOwner) throw new KeptByOwner();
    return known.same;
  }
}

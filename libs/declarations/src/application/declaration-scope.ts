import { createHash } from 'node:crypto';

import { DocumentsFacade, type EffectiveProcedure } from '@app/documents';
import { OrganizationFacade, type Letterhead } from '@app/organization';
import { canonicalJson, type ReadTransaction } from '@app/platform/database';
import { type StandardEdition, StandardsFacade } from '@app/reference';
import { Injectable } from '@nestjs/common';

import { type Condition, readinessOf } from '../domain/readiness';
import { StandardNotDeclarable } from '../domain/refusals';
import { type DeclarationRow, type ScopeLineRow } from '../persistence/declaration-row';

/** What an agency could declare today, and what a signature stands for. */
@Injectable()
export class DeclarationScope {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly standards: StandardsFacade,
    private readonly organization: OrganizationFacade,
  ) {}

  /** Every procedure in force, without those left out by choice. */
  async today(tx: ReadTransaction, excluded: readonly string[] = []): Promise<ScopeLineRow[]> {
    const left = new Set(excluded);
    const procedures = await this.documents.effectiveProcedures(tx);
    return procedures.filter(({ documentId }) => !left.has(documentId)).map(scopeLine);
  }

  /** @throws StandardNotDeclarable */
  async standard(tx: ReadTransaction, id: string): Promise<StandardEdition> {
    const edition = await this.standards.edition(tx, id);
    if (edition?.declarable !== true) throw new StandardNotDeclarable();
    return edition;
  }

  async readiness(
    tx: ReadTransaction,
    { standardId }: { standardId: string },
    scope: readonly ScopeLineRow[],
  ): Promise<Condition[]> {
    const [inForce, edition] = [await this.today(tx), await this.standards.edition(tx, standardId)];
    return readinessOf({
      scope: scope.map(({ versionId }) => versionId),
      inForce: new Set(inForce.map(({ versionId }) => versionId)),
      standardDeclarable: edition?.declarable === true,
    });
  }

  letterhead(tx: ReadTransaction): Promise<Letterhead> {
    return this.organization.letterhead(tx);
  }
}

function scopeLine(procedure: EffectiveProcedure): ScopeLineRow {
  const { documentId, versionId, code, series, title, issue, revision } = procedure;
  const { effectiveOn, renditionSha256, verificationCode } = procedure;
  return {
    documentId,
    versionId,
    code,
    series,
    title,
    issue,
    revision,
    effectiveOn,
    renditionSha256,
    verificationCode,
  };
}

export interface SignedContent {
  row: DeclarationRow;
  scope: readonly ScopeLineRow[];
  letterhead: Pick<Letterhead, 'name' | 'superiorName' | 'seat'>;
  signer: { signerId: string; signerName: string; positionTitle: string; formula: string };
  signedAt: Date;
  supersedesId: string | null;
}

/** The signature covers scope and metadata alike, in canonical bytes (RI-11): a later change to either shows. */
export function contentHash({
  row,
  scope,
  letterhead,
  signer,
  signedAt,
  supersedesId,
}: SignedContent): string {
  const content = canonicalJson({
    form: 'iso-declaration-v1',
    agencyId: row.agencyId,
    declarationId: row.id,
    agencyName: letterhead.name,
    superiorName: letterhead.superiorName,
    seat: letterhead.seat,
    kind: row.kind,
    reason: row.reason,
    standardId: row.standardId,
    standard: row.standardLabel,
    supersedesId,
    verificationCode: row.verificationCode,
    meaning: 'declared',
    signer,
    signedAt,
    scope,
  });
  return createHash('sha256').update(content).digest('hex');
}

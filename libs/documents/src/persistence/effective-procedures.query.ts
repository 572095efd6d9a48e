import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface EffectiveProcedure {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: LocalDate;
  renditionSha256: string;
  renditionSize: number;
  verificationCode: string;
}

@Injectable()
export class EffectiveProceduresQuery {
  /** Procedures of the acting agency in force today, by lĩnh vực and code. */
  all(tx: ReadTransaction): Promise<EffectiveProcedure[]> {
    return tx.query<EffectiveProcedure>(
      `select document_id as "documentId", version_id as "versionId", code, series, title, issue, revision,
              effective_on as "effectiveOn", rendition_sha256 as "renditionSha256", rendition_size as "renditionSize",
              verification_code as "verificationCode"
         from documents.pub_effective_version
        where agency_id = $1 and kind = 'procedure'
        order by app.fold(series), documents.code_key(code), version_id`,
      [tx.actor.agencyId],
    );
  }
}

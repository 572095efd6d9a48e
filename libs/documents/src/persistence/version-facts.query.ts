import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { VersionNotFound } from '../domain/refusals';
import { type CitationFields, type NamedTextFields, type VersionFields } from '../domain/version-fields';

/** A version's cover and content as they stand, for signing, for work items and for forms. */
export interface VersionFacts extends Omit<VersionFields, 'issuedOn'> {
  versionId: string;
  documentId: string;
  drafterName: string;
  uploaderId: string;
  reviewRound: number;
  issuedOn: LocalDate | null;
  citations: CitationFields[];
  namedTexts: NamedTextFields[];
}

@Injectable()
export class VersionFactsQuery {
  /** @throws VersionNotFound */
  async get(tx: ReadTransaction, versionId: string): Promise<VersionFacts> {
    const row = await tx.one<VersionFacts>(
      `select v.id as "versionId", v.document_id as "documentId", v.code, v.series, v.title, v.kind, v.issue, v.revision,
              v.owning_unit_id as "owningUnitId", v.drafter_id as "drafterId", v.drafter_name as "drafterName",
              v.uploader_id as "uploaderId", v.review_round as "reviewRound", v.printed_issued_on as "issuedOn",
              v.change_note as "changeNote", v.change_class as "changeClass", v.legal_basis as "legalBasis",
              v.change_reason as "changeReason", v.affected_sections as "affectedSections",
              coalesce((select jsonb_agg(jsonb_build_object('numberSymbol', c.number_symbol, 'kind', c.kind,
                  'issuer', c.issuer, 'issuedOn', c.issued_on) order by c.ordinal)
                from documents.citation c where c.agency_id = v.agency_id and c.version_id = v.id), '[]') as citations,
              coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'year', n.year) order by n.ordinal)
                from documents.named_text n where n.agency_id = v.agency_id and n.version_id = v.id), '[]') as "namedTexts"
         from documents.version v
        where v.agency_id = any ($1::uuid[]) and v.id = $2`,
      [tx.actor.readable, versionId],
    );
    if (row === null) throw new VersionNotFound();
    return row;
  }
}

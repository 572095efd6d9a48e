import { type SignerCopy } from '@app/identity';
import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentOutcome, type AssessmentState } from '../domain/assessment';
import { ReviewSheetNotFound } from '../domain/refusals';

/** What a change set says of the changes that its documents answer. */
export interface RevisionGround {
  assessmentId: string;
  documentId: string;
  changeId: string;
  changeText: string;
  changeTitle: string;
  /** The change set of another document that answers the same change and is still being worked on. */
  changeSetId: string | null;
}

export interface SheetRow {
  assessmentId: string;
  documentId: string;
  code: string;
  title: string;
  unitName: string | null;
  changeText: string;
  cites: string;
  outcome: AssessmentOutcome;
  state: AssessmentState;
  reason: string | null;
  deadlineOn: LocalDate;
}

export interface ReviewSheetLine {
  id: string;
  signerName: string;
  positionTitle: string;
  signedAt: string;
  contentHash: string;
  changeSetId: string | null;
  documents: number;
  mustRevise: number;
}

const LINE = `s.id, s.signer_name as "signerName", s.position_title as "positionTitle", s.signed_at::text as "signedAt",
  s.content_hash as "contentHash", s.change_set_id as "changeSetId",
  (select count(*)::int from legal_impact.assessment a where a.agency_id = s.agency_id and a.sheet_id = s.id) as documents,
  (select count(*)::int from legal_impact.assessment a
    where a.agency_id = s.agency_id and a.sheet_id = s.id and a.state in ('must-revise', 'done')) as "mustRevise"`;

/** Phiếu rà soát văn bản: what was signed together, and the drafts that it opened. */
@Injectable()
export class ReviewSheetsRepository {
  async add(
    tx: WriteTransaction,
    sheet: { id: string; signer: SignerCopy; at: Date; contentHash: string },
    assessmentIds: readonly string[],
  ): Promise<void> {
    const { signerId, signerName, positionTitle, formula } = sheet.signer;
    await tx.change(
      `insert into legal_impact.review_sheet (agency_id, id, signer_id, signer_name, position_title, formula, signed_at,
         content_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.actor.agencyId,
        sheet.id,
        signerId,
        signerName,
        positionTitle,
        formula,
        sheet.at,
        sheet.contentHash,
      ],
    );
    await tx.change(
      `update legal_impact.assessment set sheet_id = $3 where agency_id = $1 and id = any ($2::uuid[])`,
      [tx.actor.agencyId, assessmentIds, sheet.id],
    );
  }

  async keepChangeSet(tx: WriteTransaction, id: string, changeSetId: string): Promise<void> {
    await tx.changeOne(
      'update legal_impact.review_sheet set change_set_id = $3 where agency_id = $1 and id = $2',
      [tx.actor.agencyId, id, changeSetId],
    );
  }

  /** What the drafts will give as their ground. */
  grounds(tx: ReadTransaction, assessmentIds: readonly string[]): Promise<RevisionGround[]> {
    return tx.query<RevisionGround>(
      `select a.id as "assessmentId", a.document_id as "documentId", a.change_id as "changeId",
              t.number_symbol as "changeText", t.title as "changeTitle",
              (select w.change_set_id from legal_impact.assessment o
                 join documents.pub_version_in_work w on w.agency_id = o.agency_id
                  and w.version_id = o.answering_version_id and w.state = 'draft' and w.change_set_id is not null
                where o.agency_id = a.agency_id and o.change_id = a.change_id and o.state = 'must-revise'
                order by w.change_set_id desc limit 1) as "changeSetId"
         from legal_impact.assessment a
         join legal_impact.change c on c.id = a.change_id
         join legal_register.pub_legal_text t on t.id = c.text_id
        where a.agency_id = $1 and a.id = any ($2::uuid[]) order by t.issued_on, t.number_symbol, a.id`,
      [tx.actor.agencyId, assessmentIds],
    );
  }

  /** The drafts that are to answer the assessments of these documents. */
  async keepDrafts(
    tx: WriteTransaction,
    assessmentIds: readonly string[],
    drafts: readonly { documentId: string; versionId: string }[],
  ): Promise<void> {
    await tx.change(
      `update legal_impact.assessment a set answering_version_id = d."versionId"
         from jsonb_to_recordset($3::jsonb) as d("documentId" uuid, "versionId" uuid)
        where a.agency_id = $1 and a.id = any ($2::uuid[]) and a.document_id = d."documentId"`,
      [tx.actor.agencyId, assessmentIds, JSON.stringify(drafts)],
    );
  }

  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<ReviewSheetLine[]> {
    return tx.query<ReviewSheetLine>(
      `select ${LINE} from legal_impact.review_sheet s
        where s.agency_id = any ($1::uuid[]) and ($2::timestamptz is null or (s.signed_at, s.id) < ($2, $3::uuid))
        order by s.signed_at desc, s.id desc limit $4`,
      [[...tx.actor.readable], after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** @throws ReviewSheetNotFound */
  async get(tx: ReadTransaction, id: string): Promise<ReviewSheetLine & { rows: SheetRow[] }> {
    const line = await tx.one<ReviewSheetLine>(
      `select ${LINE} from legal_impact.review_sheet s where s.agency_id = any ($1::uuid[]) and s.id = $2`,
      [[...tx.actor.readable], id],
    );
    if (line === null) throw new ReviewSheetNotFound();
    const rows = await tx.query<SheetRow>(
      `select a.id as "assessmentId", a.document_id as "documentId", d.code, d.title, u.name as "unitName",
              t.number_symbol as "changeText", a.cites, a.state, a.reason, a.deadline_on as "deadlineOn",
              case when a.state = 'not-needed' then 'not-needed' else 'must-revise' end as outcome
         from legal_impact.assessment a
         join documents.pub_document d on d.agency_id = a.agency_id and d.id = a.document_id
         join legal_impact.change c on c.id = a.change_id
         join legal_register.pub_legal_text t on t.id = c.text_id
         left join organization.pub_unit u on u.agency_id = a.agency_id and u.id = a.owning_unit_id
        where a.agency_id = any ($1::uuid[]) and a.sheet_id = $2 order by d.series, d.code, t.number_symbol, a.id`,
      [[...tx.actor.readable], id],
    );
    return { ...line, rows };
  }
}

import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type StepKind, type VersionState } from '../../domain/document-version';
import { ChangeSetNotFound, VersionNotApproved } from '../../domain/refusals';

export interface ChangeSetRow {
  id: string;
  title: string;
  reason: string;
  legalBasis: string | null;
  creatorName: string;
  createdAt: string;
  documents: number;
  approved: number;
  issued: number;
}

export interface SetVersionRow {
  versionId: string;
  documentId: string;
  code: string;
  title: string;
  issue: number;
  revision: number;
  state: VersionState;
  currentStep: StepKind | null;
  isReturned: boolean;
  holderName: string | null;
  decisionId: string | null;
}

export interface Prospect {
  documentId: string;
  draftId: string | null;
  isInForce: boolean;
}

const COLUMNS = `s.id, s.title, s.reason, s.legal_basis as "legalBasis", s.creator_name as "creatorName",
  s.created_at::text as "createdAt", count(v.id)::int as documents,
  (count(*) filter (where v.state = 'approved'))::int as approved,
  (count(*) filter (where v.state in ('issued', 'withdrawn')))::int as issued`;

@Injectable()
export class ChangeSetsRepository {
  async add(
    tx: WriteTransaction,
    set: { id: string; title: string; reason: string; legalBasis: string | null },
  ): Promise<void> {
    await tx.change(
      `insert into documents.change_set (agency_id, id, title, reason, legal_basis, created_by, creator_name)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.actor.agencyId,
        set.id,
        set.title,
        set.reason,
        set.legalBasis,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
  }

  /**
   * Opens a draft of each document from its version in force: fields, file, content and citations are taken over, the
   * revision is one higher. @throws VersionNotApproved when one of them has nothing in force; DraftExists by constraint
   */
  async open(
    tx: WriteTransaction,
    setId: string,
    drafts: readonly { id: string; documentId: string; code: string }[],
  ): Promise<void> {
    const opened = await tx.change(
      `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
          owning_unit_id, drafter_id, drafter_name, uploader_id, uploader_name, change_note, change_reason, change_class,
          legal_basis, master_sha256, master_name, master_size, master_type, rendition_state, rendition_sha256,
          rendition_size, rendition_pages, problems, verification_code, change_set_id)
       select v.agency_id, d.id, v.document_id, v.issue,
              (select max(o.revision) + 1 from documents.version o where o.agency_id = v.agency_id
                and o.document_id = v.document_id and o.issue = v.issue),
              'draft', v.code, v.series, v.title, v.kind, v.owning_unit_id, v.drafter_id, v.drafter_name, $4, $5,
              s.title, s.reason, 'minor', s.legal_basis, v.master_sha256, v.master_name, v.master_size, v.master_type,
              v.rendition_state, v.rendition_sha256, v.rendition_size, v.rendition_pages, v.problems, d.code, s.id
         from jsonb_to_recordset($3::jsonb) as d (id uuid, "documentId" uuid, code text)
         join documents.version v on v.agency_id = $1 and v.document_id = d."documentId"
          and v.state = 'issued' and v.validity @> app.today()
         join documents.change_set s on s.agency_id = $1 and s.id = $2`,
      [tx.actor.agencyId, setId, JSON.stringify(drafts), tx.actor.personId, tx.actor.personName],
    );
    if (opened !== drafts.length) throw new VersionNotApproved();
    for (const copy of COPIES) await tx.change(copy, [tx.actor.agencyId, JSON.stringify(drafts)]);
  }

  /** What may become of each document: a draft in work is taken, else one is opened from the version in force. */
  prospects(tx: ReadTransaction, documentIds: readonly string[]): Promise<Prospect[]> {
    return tx.query<Prospect>(
      `select d.id as "documentId",
              (select v.id from documents.version v where v.agency_id = d.agency_id and v.document_id = d.id
                and v.state in ('draft', 'in-review') limit 1) as "draftId",
              exists (select from documents.version v where v.agency_id = d.agency_id and v.document_id = d.id
                and v.state = 'issued' and v.validity @> app.today()) as "isInForce"
         from documents.document d where d.agency_id = $1 and d.id = any ($2::uuid[]) order by d.id`,
      [tx.actor.agencyId, documentIds],
    );
  }

  async list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<ChangeSetRow[]> {
    const [createdAt = null, id = null] = after ?? [];
    return tx.query<ChangeSetRow>(
      `select ${COLUMNS} from documents.change_set s
         left join documents.version v on v.agency_id = s.agency_id and v.change_set_id = s.id
        where s.agency_id = $1 and ($2::timestamptz is null or (s.created_at, s.id) < ($2, $3::uuid))
        group by s.agency_id, s.id order by s.created_at desc, s.id desc limit $4`,
      [tx.actor.agencyId, createdAt, id, limit + 1],
    );
  }

  /** @throws ChangeSetNotFound */
  async get(tx: ReadTransaction, id: string): Promise<ChangeSetRow & { versions: SetVersionRow[] }> {
    const row = await tx.one<ChangeSetRow & { versions: SetVersionRow[] }>(
      `select ${COLUMNS},
              coalesce(jsonb_agg(jsonb_build_object('versionId', v.id, 'documentId', v.document_id, 'code', v.code,
                'title', v.title, 'issue', v.issue, 'revision', v.revision, 'state', v.state,
                'isReturned', v.returned_at is not null, 'decisionId', v.decision_id,
                'currentStep', (select r.kind from documents.route_step r where r.agency_id = v.agency_id
                  and r.version_id = v.id and r.state = 'current' limit 1),
                'holderName', coalesce((select r.assignee_name from documents.route_step r where r.agency_id = v.agency_id
                  and r.version_id = v.id and r.state = 'current' limit 1),
                  case when v.state = 'draft' then v.drafter_name end)) order by v.code_key)
                filter (where v.id is not null), '[]') as versions
         from documents.change_set s
         left join documents.version v on v.agency_id = s.agency_id and v.change_set_id = s.id
        where s.agency_id = $1 and s.id = $2 group by s.agency_id, s.id`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new ChangeSetNotFound();
    return row;
  }
}

const FROM = `from jsonb_to_recordset($2::jsonb) as d (id uuid, "documentId" uuid)
  join documents.version v on v.agency_id = $1 and v.document_id = d."documentId" and v.state = 'issued'
   and v.validity @> app.today()`;

/** What a version is made of beside its own row. */
const COPIES = [
  `insert into documents.version_content (agency_id, version_id, origin, content)
   select c.agency_id, d.id, c.origin, c.content ${FROM}
     join documents.version_content c on c.agency_id = v.agency_id and c.version_id = v.id`,
  `insert into documents.version_page (agency_id, version_id, page, text)
   select p.agency_id, d.id, p.page, p.text ${FROM}
     join documents.version_page p on p.agency_id = v.agency_id and p.version_id = v.id`,
  `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key,
      issued_on)
   select c.agency_id, gen_random_uuid(), d.id, c.ordinal, c.number_symbol, c.number_key, c.kind, c.issuer, c.issuer_key,
      c.issued_on ${FROM}
     join documents.citation c on c.agency_id = v.agency_id and c.version_id = v.id`,
  `insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
   select n.agency_id, gen_random_uuid(), d.id, n.ordinal, n.name, n.name_key, n.year ${FROM}
     join documents.named_text n on n.agency_id = v.agency_id and n.version_id = v.id`,
] as const;

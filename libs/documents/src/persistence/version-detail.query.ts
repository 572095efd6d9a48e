import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type RouteStep, type StepKind, type VersionState } from '../domain/document-version';
import { RestrictedDocument } from '../domain/reading/refusals';
import { DocumentNotFound, VersionNotFound } from '../domain/refusals';
import {
  type ChangeClass,
  type CitationFields,
  type NamedTextFields,
  type VersionFields,
} from '../domain/version-fields';
import { type DraftingWord } from '../domain/document-version';
import { type Mandate } from '../domain/way';
import { type SignatureRow, SIGNATURES_OF_VERSION } from './seals/signatures.sql';
import { DRAFTER_ACCOUNTS, MANDATES_OF_CALLER, STEPS_OF_VERSION } from './way/way.sql';

export interface DetailRow extends Omit<VersionFields, 'issuedOn' | 'citations' | 'namedTexts'> {
  id: string;
  documentId: string;
  agencyId: string;
  state: VersionState;
  rowVersion: number;
  drafterName: string;
  uploaderId: string;
  uploaderName: string;
  unitName: string | null;
  issuedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
  isReturned: boolean;
  metadataHash: string | null;
  verificationCode: string;
  changeReason: string | null;
  affectedSections: string | null;
  /** The approver's word on the class (R7). */
  confirmedClass: ChangeClass | null;
  classConfirmerName: string | null;
  classReason: string | null;
  changeSetId: string | null;
  /** R17: signed on paper before this system; the names on it are text. */
  importedFromPaper: boolean;
  printedSigners: { role: string; name: string; position: string | null }[];
  decision: { id: string; number: string | null; signedOn: LocalDate | null } | null;
  master: { fileName: string; size: number; sha256: string; mediaType: string };
  rendition: {
    state: 'waiting' | 'ready' | 'failed';
    pages: number | null;
    sha256: string | null;
    size: number | null;
    message: string | null;
  };
  problems: { code: string; level: string; message: string; where: string | null }[];
  citations: CitationFields[];
  namedTexts: NamedTextFields[];
  steps: (Omit<RouteStep, 'since' | 'decidedAt'> & { since: string | null; decidedAt: string | null })[];
  standsInFor: Mandate[];
  drafterAccounts: string[];
  draftingConfirmed: DraftingWord | null;
  drafterPosition: string | null;
  /** When the drafter confirmed what they wrote, else when it was sent. */
  draftedAt: string | null;
  submittedById: string | null;
  submittedByName: string | null;
  signatures: SignatureRow[];
  hasPredecessor: boolean;
  changeExplained: boolean;
  reviewRound: number;
  effectiveVersionId: string | null;
  draftVersionId: string | null;
  /** Another agency revises the document. */
  keptByOwner: boolean;
  origin: VersionOrigin | null;
  /** Hạn chế theo đơn vị, vai trò; and whether the caller is of them (DI-16). */
  isRestricted: boolean;
  mayRead: boolean;
}

/** Where a version that was taken from another agency comes from (OF-06, OF-11). */
export interface VersionOrigin {
  kind: 'adopted' | 'continued';
  agencyName: string;
  /** The owner revises it. */
  keptByOwner: boolean;
  territory: string | null;
  limitedUntil: LocalDate | null;
}

export interface HistoryRow {
  versionId: string;
  issue: number;
  revision: number;
  state: VersionState;
  currentStep: StepKind | null;
  isReturned: boolean;
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
  drafterName: string;
  changeNote: string | null;
  decisionNumber: string | null;
  decisionId: string | null;
  /** Ngày ban hành: of the decision, else as printed. */
  issuedOn: LocalDate | null;
  changeClass: ChangeClass | null;
  changeReason: string | null;
  affectedSections: string | null;
  legalBasis: string | null;
  importedFromPaper: boolean;
  /** How the document ended, when this version was the last (DI-13). */
  withdrawal: {
    reason: string | null;
    decisionId: string;
    number: string | null;
    successorId: string | null;
    successor: string | null;
  } | null;
}

const DETAIL = `
  select v.id, v.document_id as "documentId", v.agency_id as "agencyId", v.state, v.row_version as "rowVersion",
         v.code, v.series, v.title, v.kind, v.owning_unit_id as "owningUnitId", u.name as "unitName",
         v.drafter_id as "drafterId", v.drafter_name as "drafterName", v.uploader_id as "uploaderId",
         v.uploader_name as "uploaderName", v.issue, v.revision, v.printed_issued_on as "issuedOn",
         v.change_note as "changeNote", v.change_class as "changeClass", v.legal_basis as "legalBasis",
         v.change_reason as "changeReason", v.affected_sections as "affectedSections", v.confirmed_class as "confirmedClass",
         v.class_confirmer_name as "classConfirmerName", v.class_reason as "classReason", v.change_set_id as "changeSetId",
         coalesce(lower(v.validity), d.effective_on) as "effectiveOn",
         case when isempty(v.validity) then d.effective_on else upper(v.validity) end as "endsOn", v.returned_at is not null as "isReturned",
         v.metadata_hash as "metadataHash", v.verification_code as "verificationCode", v.problems,
         v.imported_from_paper as "importedFromPaper", v.printed_signers as "printedSigners",
         v.review_round as "reviewRound",
         case when d.id is not null then jsonb_build_object('id', d.id, 'number', d.number, 'signedOn', d.signed_on) end as decision,
         jsonb_build_object('fileName', v.master_name, 'size', v.master_size, 'sha256', v.master_sha256,
           'mediaType', v.master_type) as master,
         jsonb_build_object('state', v.rendition_state, 'pages', v.rendition_pages, 'sha256', v.rendition_sha256,
           'size', v.rendition_size, 'message', v.rendition_message) as rendition,
         coalesce((select jsonb_agg(jsonb_build_object('numberSymbol', c.number_symbol, 'kind', c.kind,
             'issuer', c.issuer, 'issuedOn', c.issued_on) order by c.ordinal)
           from documents.citation c where c.agency_id = v.agency_id and c.version_id = v.id), '[]') as citations,
         coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'year', n.year) order by n.ordinal)
           from documents.named_text n where n.agency_id = v.agency_id and n.version_id = v.id), '[]') as "namedTexts",
         coalesce(${STEPS_OF_VERSION}, '[]') as steps, ${MANDATES_OF_CALLER} as "standsInFor",
         ${DRAFTER_ACCOUNTS} as "drafterAccounts", v.drafting_confirmed as "draftingConfirmed",
         v.submitted_by_id as "submittedById", v.submitted_by_name as "submittedByName",
         coalesce(${SIGNATURES_OF_VERSION}, '[]') as signatures, v.drafter_position as "drafterPosition",
         coalesce(v.drafting_confirmed_at, v.submitted_at) as "draftedAt",
         (v.change_reason is not null and v.affected_sections is not null and v.legal_basis is not null) as "changeExplained",
         exists (select from documents.version p where p.agency_id = v.agency_id and p.document_id = v.document_id
           and p.id <> v.id) as "hasPredecessor",
         (select e.id from documents.version e where e.agency_id = v.agency_id and e.document_id = v.document_id
           and e.state in ('issued', 'withdrawn') and e.validity @> app.today()) as "effectiveVersionId",
         (select w.id from documents.version w where w.agency_id = v.agency_id and w.document_id = v.document_id
           and w.state in ('draft', 'in-review', 'approved') order by w.created_at desc limit 1) as "draftVersionId",
         v.kept_by_owner as "keptByOwner",
         case when v.origin_kind is not null then jsonb_build_object('kind', v.origin_kind, 'agencyName', v.origin_name,
           'keptByOwner', v.kept_by_owner, 'territory', v.territory, 'limitedUntil', v.limited_until) end as origin,
         v.reading_units is not null as "isRestricted",
         (v.reading_units is null
           or documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles)) as "mayRead"
    from documents.version v
    left join organization.unit u on u.agency_id = v.agency_id and u.id = v.owning_unit_id
    left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id`;

/**
 * DI-10: a reader sees what is in force, and what is coming when asked to read it; what was in force, and what was never
 * issued, need a right each.
 */
const VISIBLE = `($3::boolean or (v.state in ('issued', 'withdrawn') and ($4::boolean or v.validity @> app.today()
  or (v.starts_on > app.today() and exists (select from documents.reader o where o.agency_id = app.agency_id()
    and o.version_id = v.id and o.person_id = app.person_id() and o.state <> 'cancelled')))))`;

function sightOf({ actor: { permissions } }: ReadTransaction): [drafts: boolean, history: boolean] {
  return [permissions.has('documents.read-drafts'), permissions.has('documents.read-history')];
}

/** @throws RestrictedDocument */
function readable(row: DetailRow): DetailRow {
  if (!row.mayRead) throw new RestrictedDocument(row.documentId, row.id);
  return row;
}

/** One version with everything its page shows, in one statement. */
@Injectable()
export class VersionDetailQuery {
  /** @throws VersionNotFound, also when the caller may not see it: an id of another agency tells nothing */
  async get(tx: ReadTransaction, versionId: string): Promise<DetailRow> {
    const [row = null] = await tx.prepared<DetailRow>(
      `${DETAIL} where v.agency_id = any ($1::uuid[]) and v.id = $2 and ${VISIBLE}`,
      [tx.actor.readable, versionId, ...sightOf(tx)],
    );
    if (row === null) throw new VersionNotFound();
    return readable(row);
  }

  /** The version that a document's page opens on: in force, else the newest the caller may see. @throws VersionNotFound */
  async ofDocument(tx: ReadTransaction, documentId: string): Promise<DetailRow> {
    const row = await tx.one<DetailRow>(
      `${DETAIL} where v.agency_id = any ($1::uuid[]) and v.document_id = $2 and ${VISIBLE}
        order by (v.state in ('issued', 'withdrawn') and v.validity @> app.today()) desc, v.issue desc, v.revision desc
        limit 1`,
      [tx.actor.readable, documentId, ...sightOf(tx)],
    );
    if (row === null) throw new VersionNotFound();
    return readable(row);
  }

  /** The versions of a document that the caller may see, the newest first. @throws DocumentNotFound when there is none */
  async history(tx: ReadTransaction, documentId: string): Promise<HistoryRow[]> {
    const rows = await tx.query<HistoryRow>(
      `select v.id as "versionId", v.issue, v.revision, v.state, v.returned_at is not null as "isReturned",
              (select min(s.kind) from documents.route_step s where s.agency_id = v.agency_id and s.version_id = v.id
                and s.state = 'current') as "currentStep",
              coalesce(lower(v.validity), d.effective_on) as "effectiveOn",
         case when isempty(v.validity) then d.effective_on else upper(v.validity) end as "endsOn", v.drafter_name as "drafterName",
              v.change_note as "changeNote", d.number as "decisionNumber", d.id as "decisionId",
              coalesce(d.signed_on, v.printed_issued_on) as "issuedOn",
              coalesce(v.confirmed_class, v.change_class) as "changeClass", v.change_reason as "changeReason",
              v.affected_sections as "affectedSections", v.legal_basis as "legalBasis",
              v.imported_from_paper as "importedFromPaper",
              case when v.state = 'withdrawn' then (select jsonb_build_object('reason', l.reason, 'decisionId', w.id,
                  'number', w.number, 'successorId', n.id, 'successor', n.code || ' ' || n.title)
                from documents.decision_line l
                join documents.issuing_decision w on w.agency_id = l.agency_id and w.id = l.decision_id
                left join documents.document n on n.agency_id = l.agency_id and n.id = l.successor_id
               where l.agency_id = v.agency_id and l.version_id = v.id and l.action = 'withdraw'
                 and w.state = 'registered' limit 1) end as withdrawal
         from documents.version v
         left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id
        where v.agency_id = any ($1::uuid[]) and v.document_id = $2 and ${VISIBLE}
        order by v.issue desc, v.revision desc limit 200`,
      [tx.actor.readable, documentId, ...sightOf(tx)],
    );
    if (rows.length === 0) throw new DocumentNotFound();
    return rows;
  }
}

import { type ReadTransaction } from '@app/platform/database';
import { type StorageArea } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

export interface ArchiveAgency {
  id: string;
  name: string;
  kind: string;
  at: string;
  head: { seq: number; hash: string } | null;
}

/** A file of the agency and what it belongs to. */
export interface ArchiveFile {
  role: 'master' | 'rendition' | 'approval' | 'scan' | 'meeting' | 'declaration';
  area: StorageArea;
  sha256: string;
  size: number | null;
  name: string;
  subjectId: string;
  number: string | null;
  versionId: string | null;
  series: string;
  code: string;
  title: string;
  issue: number;
  revision: number;
}

export interface JournalLine {
  seq: number;
  subjectId: string;
  hash: string;
  line: string;
}

const OF_VERSION = `v.id as "versionId", v.series, v.code, v.title, v.issue, v.revision`;
const OF_NONE = `null::uuid as "versionId", '' as series, '' as code, '' as title, 0 as issue, 0 as revision`;
const MINE = (alias: string): string => `${alias}.agency_id = (select app.agency_id())`;

@Injectable()
export class ArchiveQuery {
  async agency(tx: ReadTransaction): Promise<ArchiveAgency> {
    const row = await tx.one<ArchiveAgency>(
      `select a.id, a.name, a.kind, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
              (select jsonb_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex'))
                 from journal.head h where h.agency_id = a.id) as head
         from organization.agency a where a.id = (select app.agency_id())`,
    );
    if (row === null) throw new Error(`agency ${tx.actor.agencyId} is not there`);
    return row;
  }

  /** Ids and hashes that the person of this transaction may not meet; nothing when the worker asks for itself. */
  async withheld(tx: ReadTransaction): Promise<{ documents: number; names: string[] }> {
    const rows = await tx.query<{ documentId: string; names: string[] }>(
      `with hidden as (
         select v.agency_id, v.document_id, v.id, v.master_sha256, v.rendition_sha256
           from documents.version v where ${MINE('v')} and v.reading_units is not null
            and not documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles)),
       closed as (
         select d.id from documents.document d where ${MINE('d')} and d.reading_units is not null
            and not documents.may_read(d.agency_id, d.id, d.reading_units, d.reading_roles)
            and not exists (select from documents.version v where v.agency_id = d.agency_id and v.document_id = d.id
              and not exists (select from hidden h where h.id = v.id)))
       select document_id as "documentId",
              array[h.id::text, h.master_sha256, h.rendition_sha256]
                || array(select id::text from closed where closed.id = h.document_id)
                || array(select u.id::text from documents.upload u
                          where u.agency_id = h.agency_id and u.sha256 = h.master_sha256)
                || array(select f.sha256 from documents.approval_file f
                          where f.agency_id = h.agency_id and f.version_id = h.id and f.sha256 is not null) as names
         from hidden h
       union all select id, array[id::text] from closed`,
    );
    return {
      documents: new Set(rows.map(({ documentId }) => documentId)).size,
      names: rows.flatMap(({ names }) => names.filter((name) => (name as string | null) !== null)),
    };
  }

  files(tx: ReadTransaction): AsyncGenerator<ArchiveFile> {
    return tx.stream<ArchiveFile>(
      `select 'master' as role, 'records' as area, v.master_sha256 as sha256, v.master_size as size,
              v.master_name as name, v.id as "subjectId", null as number, ${OF_VERSION}
         from documents.version v where ${MINE('v')}
       union all
       select 'rendition', 'renditions', v.rendition_sha256, v.rendition_size, 'ban-pdf.pdf', v.id, null, ${OF_VERSION}
         from documents.version v where ${MINE('v')} and v.rendition_sha256 is not null
       union all
       select 'approval', 'records', f.sha256, f.size, 'ban-ky.pdf', f.id, null, ${OF_VERSION}
         from documents.approval_file f
         join documents.version v on v.agency_id = f.agency_id and v.id = f.version_id
        where ${MINE('f')} and f.state in ('checked', 'approved') and f.sha256 is not null
       union all
       select 'meeting', 'records', m.file_sha256, m.file_size, m.file_name, m.id, null, ${OF_VERSION}
         from documents.reading_meeting m
         join documents.version v on v.agency_id = m.agency_id and v.id = m.version_id where ${MINE('m')}
       union all
       select 'scan', 'records', d.scan_sha256, d.scan_size, d.scan_name, d.id, d.number, ${OF_NONE}
         from documents.issuing_decision d where ${MINE('d')} and d.scan_state = 'ready'
       union all
       select 'declaration', 'public', d.pdf_sha256, d.pdf_size, 'ban-cong-bo.pdf', d.id, d.number, ${OF_NONE}
         from declarations.declaration d where ${MINE('d')} and d.pdf_sha256 is not null`,
      200,
    );
  }

  /** One line of JSON per document with its versions, for the pages that people read. */
  documents(tx: ReadTransaction): AsyncGenerator<{ line: string }> {
    return tx.stream<{ line: string }>(
      `select jsonb_build_object('id', d.id, 'code', d.code, 'series', d.series, 'title', d.title, 'versions',
                (select jsonb_agg(jsonb_build_object(
                    'versionId', v.id, 'code', v.code, 'series', v.series, 'title', v.title,
                    'issue', v.issue, 'revision', v.revision, 'state', v.state, 'isReturned', v.returned_at is not null,
                    'currentStep', (select s.kind from documents.route_step s where s.agency_id = v.agency_id
                       and s.version_id = v.id and s.state = 'current' order by s.step_no limit 1),
                    'effectiveOn', lower(v.validity), 'endsOn', upper(v.validity), 'changeNote', v.change_note,
                    'drafterName', v.drafter_name, 'masterName', v.master_name,
                    'hasRendition', v.rendition_sha256 is not null,
                    'decisionId', g.id, 'decisionNumber', g.number, 'decisionSignedOn', g.signed_on)
                  order by v.issue, v.revision, v.created_at)
                  from documents.version v
                  left join documents.issuing_decision g on g.agency_id = v.agency_id and g.id = v.decision_id
                 where v.agency_id = d.agency_id and v.document_id = d.id))::text as line
         from documents.document d where ${MINE('d')} order by d.series_key, d.code_key, d.id`,
      100,
    );
  }

  decisions(tx: ReadTransaction): AsyncGenerator<{ line: string }> {
    return tx.stream<{ line: string }>(
      `select jsonb_build_object('id', d.id, 'number', d.number, 'signedOn', d.signed_on, 'effectiveOn', d.effective_on,
                'abstract', d.abstract, 'state', d.state, 'signerName', d.signer_name,
                'signerPosition', d.signer_position, 'formula', d.formula,
                'scanName', case when d.scan_state = 'ready' then d.scan_name end,
                'lines', (select jsonb_agg(jsonb_build_object('action', l.action, 'code', o.code, 'title', o.title,
                     'documentId', o.id) order by l.ordinal)
                   from documents.decision_line l
                   join documents.document o on o.agency_id = l.agency_id and o.id = l.document_id
                  where l.agency_id = d.agency_id and l.decision_id = d.id))::text as line
         from documents.issuing_decision d where ${MINE('d')} order by d.signed_on desc nulls first, d.id`,
      100,
    );
  }

  /** The chain in its order, in the form that the verifying program reads. */
  journal(tx: ReadTransaction): AsyncGenerator<JournalLine> {
    return tx.stream<JournalLine>(
      `select e.seq, e.subject_id as "subjectId", encode(e.hash, 'hex') as hash,
              json_build_object('seq', e.seq,
                'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'actor_kind', e.actor_kind, 'actor_id', e.actor_id, 'actor_name', e.actor_name, 'action', e.action,
                'subject_type', e.subject_type, 'subject_id', e.subject_id, 'reason', e.reason,
                'correlation_id', e.correlation_id, 'detail', e.detail, 'salt', encode(e.salt, 'hex'),
                'commitment', encode(e.commitment, 'hex'), 'canonical', encode(e.canonical, 'hex'),
                'hash', encode(e.hash, 'hex'))::text as line
         from journal.entry e where ${MINE('e')} order by e.seq`,
    );
  }
}

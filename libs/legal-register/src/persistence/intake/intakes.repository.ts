import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  identityOf,
  type IntakeOrigin,
  type IntakeReading,
  type IntakeState,
} from '../../domain/intake/intake';
import { IntakeClosed, IntakeNotFound } from '../../domain/intake/refusals';

/** A text that has just come in: its words, or the file that holds them. */
export interface NewIntake {
  id: string;
  origin: IntakeOrigin;
  title: string;
  link: string | null;
  publishedOn: string | null;
  content: string | null;
  file: { fileName: string; sha256: string; size: number } | null;
  receivedAt: Date;
}

export interface IntakeLine {
  id: string;
  origin: IntakeOrigin;
  title: string;
  state: IntakeState;
  numberSymbol: string | null;
  relations: number;
  sourceName: string | null;
  receivedAt: Date;
  receivedByName: string;
  publishedOn: LocalDate | null;
  isWithdrawn: boolean;
  isChanged: boolean;
  notices: number;
  textId: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

export interface IntakeRow extends IntakeLine {
  link: string | null;
  content: string | null;
  fileName: string | null;
  sha256: string | null;
  size: number | null;
  mediaType: string | null;
  problem: string | null;
  reading: IntakeReading | null;
  rowVersion: number;
}

/** What the worker found. */
export interface ReadingResult {
  content: string | null;
  mediaType: string | null;
  reading: IntakeReading | null;
  problem: string | null;
}

const LINE = `i.id, i.origin, i.title, i.state, i.reading ->> 'numberSymbol' as "numberSymbol",
  coalesce(jsonb_array_length(i.reading -> 'relations'), 0) as relations, n."sourceName",
  i.received_at as "receivedAt", i.received_by_name as "receivedByName", i.published_on as "publishedOn",
  i.withdrawn_at is not null as "isWithdrawn", i.changed_at is not null as "isChanged", coalesce(n.notices, 0) as notices,
  i.text_id as "textId", i.decided_by_name as "decidedByName", i.decided_at as "decidedAt", i.reason`;
const FROM = `legal_register.intake i left join lateral (
  select min(s.name) as "sourceName", count(*)::integer as notices from legal_register.notice n
    join legal_register.source s on s.agency_id = n.agency_id and s.id = n.source_id
   where n.agency_id = i.agency_id and n.intake_id = i.id) n on true`;

@Injectable()
export class IntakesRepository {
  async add(tx: WriteTransaction, { file, ...intake }: NewIntake): Promise<void> {
    await tx.change(
      `insert into legal_register.intake (agency_id, id, origin, title, link, published_on, content, file_name, sha256,
         size, state, received_by_name, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'reading', $11, $12)`,
      [
        tx.actor.agencyId,
        intake.id,
        intake.origin,
        intake.title,
        intake.link,
        intake.publishedOn,
        intake.content,
        file?.fileName ?? null,
        file?.sha256 ?? null,
        file?.size ?? null,
        tx.actor.personName,
        intake.receivedAt,
      ],
    );
  }

  list(
    tx: ReadTransaction,
    page: { open: boolean; after: readonly [string, string] | null; limit: number },
  ): Promise<IntakeLine[]> {
    return tx.query<IntakeLine>(
      `select ${LINE} from ${FROM}
        where i.agency_id = $1 and (i.state not in ('recorded', 'dismissed')) = $2
          and ($3::timestamptz is null or (i.received_at, i.id) < ($3, $4::uuid))
        order by i.received_at desc, i.id desc limit $5`,
      [tx.actor.agencyId, page.open, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit + 1],
    );
  }

  /** @throws IntakeNotFound */
  async get(tx: ReadTransaction, id: string): Promise<IntakeRow> {
    const row = await tx.one<IntakeRow>(
      `select ${LINE}, i.link, i.content, i.file_name as "fileName", i.sha256, i.size::integer as size,
              i.media_type as "mediaType", i.problem, i.reading, i.row_version as "rowVersion"
         from ${FROM} where i.agency_id = $1 and i.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new IntakeNotFound();
    return row;
  }

  /** Locks an intake on which a person decides: two decisions run one after the other. @throws IntakeNotFound, IntakeClosed */
  async openForUpdate(tx: WriteTransaction, id: string): Promise<void> {
    const row = await tx.one<{ state: IntakeState }>(
      'select state from legal_register.intake where agency_id = $1 and id = $2 for update',
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new IntakeNotFound();
    if (row.state === 'recorded' || row.state === 'dismissed') throw new IntakeClosed();
  }

  /** What was read; a text on which somebody has decided meanwhile keeps that decision. */
  async finish(tx: WriteTransaction, id: string, result: ReadingResult): Promise<void> {
    const { reading } = result;
    await tx.change(
      `update legal_register.intake
          set state = case when $3::jsonb is null then 'unread' else 'read' end, reading = $3::jsonb,
              content = coalesce($4, content), media_type = $5, problem = $6, identity_key = $7,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'reading'`,
      [
        tx.actor.agencyId,
        id,
        reading === null ? null : JSON.stringify(reading),
        result.content,
        result.mediaType,
        result.problem,
        reading === null ? null : identityOf(reading),
      ],
    );
  }

  /** What it says that it is, so that a second notice of it is seen before it has been read. */
  async identify(tx: WriteTransaction, id: string, identityKey: string): Promise<void> {
    await tx.changeOne(
      'update legal_register.intake set identity_key = $3 where agency_id = $1 and id = $2',
      [tx.actor.agencyId, id, identityKey],
    );
  }

  /** New words of a text on which nobody has decided; it waits to be read again. */
  async renew(
    tx: WriteTransaction,
    id: string,
    { title, content, file }: Pick<NewIntake, 'title' | 'content' | 'file'>,
  ): Promise<void> {
    await tx.change(
      `update legal_register.intake
          set title = $3, content = $4, file_name = $5, sha256 = $6, size = $7, media_type = null, state = 'reading',
              reading = null, problem = null, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('reading', 'read', 'unread')`,
      [
        tx.actor.agencyId,
        id,
        title,
        content,
        file?.fileName ?? null,
        file?.sha256 ?? null,
        file?.size ?? null,
      ],
    );
  }

  async tellChanged(tx: WriteTransaction, id: string, at: Date): Promise<void> {
    await tx.change(
      'update legal_register.intake set changed_at = $3, row_version = row_version + 1 where agency_id = $1 and id = $2',
      [tx.actor.agencyId, id, at],
    );
  }

  async recorded(tx: WriteTransaction, id: string, textId: string, at: Date): Promise<void> {
    await this.#decide(tx, id, `state = 'recorded', text_id = $6`, [at, textId]);
  }

  async dismissed(tx: WriteTransaction, id: string, reason: string, at: Date): Promise<void> {
    await this.#decide(tx, id, `state = 'dismissed', reason = $6`, [at, reason]);
  }

  async #decide(
    tx: WriteTransaction,
    id: string,
    what: string,
    [at, value]: readonly [Date, string],
  ): Promise<void> {
    await tx.changeOne(
      `update legal_register.intake set ${what}, decided_by = $3, decided_by_name = $4, decided_at = $5,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('reading', 'read', 'unread')`,
      [tx.actor.agencyId, id, tx.actor.personId, tx.actor.personName, at, value],
    );
  }
}

import { PeopleFacade } from '@app/identity';
import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import {
  PersonLacksRole,
  PersonNotInAgency,
  ReplacedNotRegistered,
  SuccessorUnknown,
  VersionNotApproved,
} from '../../domain/refusals';
import {
  type DecisionFields,
  type DecisionLine,
  DecisionsRepository,
} from '../../persistence/decisions.repository';

/** A document that the decision ends: why, and what follows it (DI-13). */
export interface Withdrawal {
  documentId: string;
  reason: string;
  successorId: string | null;
}

export interface DecisionCommand {
  abstract: string;
  legalBases: readonly string[];
  signerId: string;
  formula: string;
  effectiveFrom: LocalDate | null;
  /** The older decision that this one replaces. */
  replacesId: string | null;
  versionIds: readonly string[];
  withdrawals: readonly Withdrawal[];
}

/** What must hold of a decision's list and signer. */
@Injectable()
export class DecisionRules {
  constructor(
    private readonly people: PeopleFacade,
    private readonly work: WorkFacade,
    private readonly decisions: DecisionsRepository,
  ) {}

  async resolve(
    tx: ReadTransaction,
    id: string,
    command: DecisionCommand,
  ): Promise<{ fields: DecisionFields; lines: DecisionLine[] }> {
    const signer = await this.people.member(tx, command.signerId);
    if (signer === null) throw new PersonNotInAgency();
    if (!signer.roles.some((role) => role === 'head' || role === 'approver')) throw new PersonLacksRole();
    await this.#assertReplaced(tx, id, command.replacesId);
    const issued = await this.#issued(tx, id, command.versionIds);
    const lines = [...issued, ...(await this.#withdrawn(tx, command.withdrawals))];
    if (new Set(lines.map(({ documentId }) => documentId)).size !== lines.length)
      throw new VersionNotApproved();
    return {
      fields: {
        abstract: command.abstract,
        legalBases: command.legalBases,
        signer: { id: signer.personId, name: signer.fullName, position: signer.positionTitle },
        formula: command.formula,
        effectiveFrom: command.effectiveFrom,
        replacesId: command.replacesId,
      },
      lines,
    };
  }

  /** The office checks the form, văn thư registers: both find the draft under "Việc của tôi". */
  async layOnDesk(tx: WriteTransaction, id: string, fields: DecisionFields): Promise<void> {
    const subject = { subjectType: 'issuing-decision', subjectId: id, link: `/decisions/${id}` };
    const detail = `Người ký: ${fields.signer.name}`;
    const [leads, clerks] = [
      await this.people.withRole(tx, 'office-lead'),
      await this.people.withRole(tx, 'clerk'),
    ];
    await this.work.close(tx, { ...subject, kind: 'fix-returned', reason: 'đã sửa' });
    await this.work.open(tx, {
      ...subject,
      kind: 'check-form',
      assigneeIds: leads.map(({ personId }) => personId),
      title: `Kiểm tra thể thức quyết định: ${fields.abstract}`,
      detail,
    });
    await this.work.open(tx, {
      ...subject,
      kind: 'register-decision',
      assigneeIds: clerks.map(({ personId }) => personId),
      title: `Vào số quyết định: ${fields.abstract}`,
      detail,
    });
  }

  /** @throws ReplacedNotRegistered */
  async #assertReplaced(tx: ReadTransaction, id: string, replacesId: string | null): Promise<void> {
    if (replacesId === null) return;
    if (replacesId === id || !(await this.decisions.isRegistered(tx, replacesId)))
      throw new ReplacedNotRegistered();
  }

  /** Approved versions that stand in no other open decision, in the order given. @throws VersionNotApproved */
  async #issued(tx: ReadTransaction, id: string, versionIds: readonly string[]): Promise<DecisionLine[]> {
    const unique = [...new Set(versionIds)];
    const rows = await tx.query<DecisionLine>(
      `select v.id as "versionId", v.document_id as "documentId",
              case when exists (select from documents.version p where p.agency_id = v.agency_id
                and p.document_id = v.document_id and p.state = 'issued') then 'replace' else 'issue' end as action
         from documents.version v
        where v.agency_id = $1 and v.id = any ($2::uuid[]) and v.state = 'approved'
          and not exists (select from documents.decision_line l join documents.issuing_decision d
            on d.agency_id = l.agency_id and d.id = l.decision_id
            where l.agency_id = v.agency_id and l.version_id = v.id and d.id <> $3 and d.state = 'draft')
        order by array_position($2::uuid[], v.id)`,
      [tx.actor.agencyId, unique, id],
    );
    if (rows.length !== unique.length) throw new VersionNotApproved();
    return rows;
  }

  /** The version in force of each document that the decision ends. @throws VersionNotApproved, SuccessorUnknown */
  async #withdrawn(tx: ReadTransaction, withdrawals: readonly Withdrawal[]): Promise<DecisionLine[]> {
    const rows = await tx.query<DecisionLine>(
      `select v.id as "versionId", v.document_id as "documentId", 'withdraw' as action, w.reason,
              n.id as "successorId"
         from rows from (jsonb_to_recordset($2::jsonb) as ("documentId" uuid, reason text, "successorId" uuid))
              with ordinality as w ("documentId", reason, "successorId", place)
         join documents.version v on v.agency_id = $1 and v.document_id = w."documentId" and v.state = 'issued'
          and (upper_inf(v.validity) or upper(v.validity) = v.limited_until and v.validity @> app.today())
         left join documents.document n on n.agency_id = $1 and n.id = w."successorId" and n.id <> v.document_id
        order by place`,
      [tx.actor.agencyId, JSON.stringify(withdrawals)],
    );
    if (rows.length !== withdrawals.length) throw new VersionNotApproved();
    if (rows.some(({ successorId }, at) => (withdrawals[at]?.successorId ?? null) !== successorId))
      throw new SuccessorUnknown();
    return rows;
  }
}

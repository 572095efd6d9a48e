import { PeopleFacade } from '@app/identity';
import { type Actor, Ids, type LocalDate } from '@app/kernel';
import {
  type Idempotency,
  type ReadTransaction,
  UnitOfWork,
  type WriteTransaction,
} from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { PersonLacksRole, PersonNotInAgency, VersionNotApproved } from '../domain/refusals';
import {
  type DecisionFields,
  type DecisionLine,
  DecisionsRepository,
} from '../persistence/decisions.repository';

export interface DecisionCommand {
  abstract: string;
  legalBases: readonly string[];
  signerId: string;
  formula: string;
  effectiveFrom: LocalDate | null;
  versionIds: readonly string[];
  withdrawDocumentIds: readonly string[];
}

/** What must hold of a decision's list and signer. */
@Injectable()
export class DecisionRules {
  constructor(
    private readonly people: PeopleFacade,
    private readonly work: WorkFacade,
  ) {}

  async resolve(
    tx: ReadTransaction,
    id: string,
    command: DecisionCommand,
  ): Promise<{ fields: DecisionFields; lines: DecisionLine[] }> {
    const signer = await this.people.member(tx, command.signerId);
    if (signer === null) throw new PersonNotInAgency();
    if (!signer.roles.some((role) => role === 'head' || role === 'approver')) throw new PersonLacksRole();
    const lines = [
      ...(await this.#issued(tx, id, command.versionIds)),
      ...(await this.#withdrawn(tx, command.withdrawDocumentIds)),
    ];
    return {
      fields: {
        abstract: command.abstract,
        legalBases: command.legalBases,
        signer: { id: signer.personId, name: signer.fullName, position: signer.positionTitle },
        formula: command.formula,
        effectiveFrom: command.effectiveFrom,
        replacesId: null,
      },
      lines,
    };
  }

  async layOnDesk(tx: WriteTransaction, id: string, fields: DecisionFields): Promise<void> {
    const clerks = await this.people.withRole(tx, 'clerk');
    await this.work.open(tx, {
      kind: 'register-decision',
      subjectType: 'issuing-decision',
      subjectId: id,
      assigneeIds: clerks.map(({ personId }) => personId),
      title: `Vào số quyết định: ${fields.abstract}`,
      detail: `Người ký: ${fields.signer.name}`,
      link: `/decisions/${id}`,
    });
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

  /** The version in force of each document that the decision ends. @throws VersionNotApproved */
  async #withdrawn(tx: ReadTransaction, documentIds: readonly string[]): Promise<DecisionLine[]> {
    const unique = [...new Set(documentIds)];
    const rows = await tx.query<DecisionLine>(
      `select id as "versionId", document_id as "documentId", 'withdraw' as action from documents.version
        where agency_id = $1 and document_id = any ($2::uuid[]) and state = 'issued' and upper_inf(validity)
        order by array_position($2::uuid[], document_id)`,
      [tx.actor.agencyId, unique],
    );
    if (rows.length !== unique.length) throw new VersionNotApproved();
    return rows;
  }
}

@Injectable()
export class DraftDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly rules: DecisionRules,
    private readonly ids: Ids,
  ) {}

  /** Gathers approved versions in one decision and lays it on văn thư's desk. @returns its id @throws VersionNotApproved, PersonLacksRole */
  async execute(actor: Actor, idempotency: Idempotency | null, command: DecisionCommand): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      const { fields, lines } = await this.rules.resolve(tx, id, command);
      await this.decisions.add(tx, id, fields);
      await this.decisions.setLines(tx, id, lines);
      await this.rules.layOnDesk(tx, id, fields);
      tx.record({
        action: 'documents.decision-drafted',
        subjectType: 'issuing-decision',
        subjectId: id,
        new: { ...fields, lines },
      });
      return id;
    });
  }

  /** @throws StaleRow, DecisionNotFound, DecisionClosed, VersionNotApproved */
  async edit(
    actor: Actor,
    { id, rowVersion }: { id: string; rowVersion: number },
    command: DecisionCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { decision } = await this.decisions.getForUpdate(tx, id);
      decision.assertEditable();
      const { fields, lines } = await this.rules.resolve(tx, id, command);
      await this.decisions.change(tx, { id, rowVersion }, fields);
      await this.decisions.setLines(tx, id, lines);
      await this.rules.layOnDesk(tx, id, fields);
      tx.record({
        action: 'documents.decision-edited',
        subjectType: 'issuing-decision',
        subjectId: id,
        new: { ...fields, lines },
      });
    });
  }
}

import { PeopleFacade } from '@app/identity';
import { type Actor, formatVi, todayIn } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { type ChangeRequestForm, fillForm, type ListHead } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import {
  type ChangeRequestKind,
  type ChangeRequestRow,
  ChangeRequestsRepository,
  type ChangeRequestState,
} from '../../persistence/upkeep/change-requests.repository';
import { type PrintedForm } from '../issuing/print-forms';
import { FormHead } from './form-head';

const KINDS: Readonly<Record<ChangeRequestKind, string>> = {
  new: 'Ban hành mới',
  amend: 'Sửa đổi',
  withdraw: 'Bãi bỏ',
};
const OUTCOMES: Readonly<Record<ChangeRequestState, string>> = {
  opened: '☐ Đồng ý   ☐ Không đồng ý',
  accepted: 'Đồng ý',
  declined: 'Không đồng ý',
  done: 'Đồng ý, đã thực hiện',
};

/** Phiếu yêu cầu ban hành, sửa đổi of one request (FM). */
@Injectable()
export class RequestForm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ChangeRequestsRepository,
    private readonly head: FormHead,
    private readonly people: PeopleFacade,
  ) {}

  /** @throws ChangeRequestNotFound */
  fill(actor: Actor, id: string): Promise<PrintedForm> {
    const onlyOf = actor.permissions.has('documents.read-upkeep') ? null : actor.personId;
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await this.requests.getVisible(tx, id, onlyOf);
      const requester = await this.people.member(tx, row.requesterId);
      return {
        fileName: 'Phiếu yêu cầu.docx',
        docx: await fillForm('phieu-yeu-cau', {
          ...(await this.head.of(tx, todayIn(new Date(row.createdAt)))),
          addressee: 'Thư ký ISO',
          position: requester?.positionTitle ?? '',
          ...wordsOf(row),
        }),
      };
    });
  }
}

function wordsOf(row: ChangeRequestRow): Omit<ChangeRequestForm, keyof ListHead | 'addressee' | 'position'> {
  const answered = row.decidedAt === null ? '' : `, ngày ${formatVi(todayIn(new Date(row.decidedAt)))}`;
  return {
    requester: row.requesterName,
    kind: KINDS[row.kind],
    title: row.title,
    code: row.code ?? '',
    section: row.place ?? '',
    reason: row.reason,
    proposal: row.proposal ?? '',
    answer: row.decisionReason ?? '',
    outcome: `${OUTCOMES[row.state]}${answered}`,
    answeredBy: row.decidedName ?? '',
  };
}

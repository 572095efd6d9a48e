import { PeopleFacade } from '@app/identity';
import { type Role } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type DeclarationRow } from '../persistence/declaration-row';

const SUBJECT = 'declaration';

type Subject = Pick<DeclarationRow, 'id' | 'standardLabel' | 'createdBy'>;

/** Puts the next step on the right desks and tells those who wait. */
@Injectable()
export class DeclarationNews {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly people: PeopleFacade,
  ) {}

  async waitsForSignature(tx: WriteTransaction, subject: Subject): Promise<void> {
    await this.work.open(tx, {
      kind: 'sign-declaration',
      subjectType: SUBJECT,
      subjectId: subject.id,
      assigneeIds: await this.#holders(tx, 'head'),
      followerIds: [subject.createdBy],
      title: `Ký bản công bố HTQLCL phù hợp ${subject.standardLabel}`,
      link: `/declarations/${subject.id}`,
    });
  }

  async waitsForNumber(tx: WriteTransaction, subject: Subject): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: subject.id, reason: 'đã ký' });
    await this.work.open(tx, {
      kind: 'register-declaration',
      subjectType: SUBJECT,
      subjectId: subject.id,
      assigneeIds: await this.#holders(tx, 'clerk'),
      followerIds: [subject.createdBy],
      title: `Vào số bản công bố HTQLCL phù hợp ${subject.standardLabel}`,
      link: `/declarations/${subject.id}`,
    });
  }

  async registered(tx: WriteTransaction, { id }: Subject): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: id, reason: 'đã vào số' });
  }

  /** The Office program is missing: said to those who can do something about it, once. */
  async waitsForConversion(tx: WriteTransaction, subject: Subject, number: string): Promise<void> {
    await this.notifications.notify(tx, {
      recipients: [subject.createdBy, ...(await this.#holders(tx, 'agency-admin'))],
      kind: 'declarations.waiting',
      subjectType: SUBJECT,
      subjectId: subject.id,
      title: `Bản công bố số ${number} chưa đăng được: máy chủ chưa có LibreOffice để tạo PDF. Hệ thống sẽ tự đăng khi có.`,
      link: `/declarations/${subject.id}`,
      occasion: 'waiting',
    });
  }

  async published(tx: WriteTransaction, subject: Subject, number: string): Promise<void> {
    await this.notifications.notify(tx, {
      recipients: [subject.createdBy, ...(await this.#holders(tx, 'head'))],
      kind: 'declarations.published',
      subjectType: SUBJECT,
      subjectId: subject.id,
      title: `Bản công bố số ${number} đã đăng trên cổng công khai`,
      link: `/declarations/${subject.id}`,
      occasion: 'published',
    });
  }

  async withdrawn(tx: WriteTransaction, subject: Subject, number: string): Promise<void> {
    await this.notifications.notify(tx, {
      recipients: [subject.createdBy, ...(await this.#holders(tx, 'clerk'))],
      kind: 'declarations.withdrawn',
      subjectType: SUBJECT,
      subjectId: subject.id,
      title: `Bản công bố số ${number} đã thu hồi khỏi cổng công khai`,
      link: `/declarations/${subject.id}`,
      occasion: 'withdrawn',
    });
  }

  /** QĐ 19/2014, Điều 4 khoản 3: a scope that changed is declared again. */
  async scopeDrifted(
    tx: WriteTransaction,
    subject: Subject,
    { number, occasion }: { number: string; occasion: string },
  ): Promise<void> {
    await this.notifications.notify(tx, {
      recipients: await this.#holders(tx, 'secretary'),
      kind: 'declarations.scope-changed',
      subjectType: SUBJECT,
      subjectId: subject.id,
      title: `Phạm vi của bản công bố số ${number} đã thay đổi: cần công bố lại`,
      link: `/declarations/${subject.id}`,
      occasion,
    });
  }

  async #holders(tx: WriteTransaction, role: Role): Promise<string[]> {
    return (await this.people.withRole(tx, role)).map(({ personId }) => personId);
  }
}

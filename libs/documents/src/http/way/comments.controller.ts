import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  FlagField,
  IdempotencyOf,
  IdField,
  IdParam,
  InstantField,
  IntegerField,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CommentsRepository } from '../../persistence/way/comments.repository';
import { VersionDetailQuery } from '../../persistence/version-detail.query';

class CommentView {
  @IdField()
  id!: string;

  @IdField({ nullable: true })
  parentId!: string | null;

  @IntegerField({ nullable: true })
  page!: number | null;

  @FlagField({ description: 'Trang vẫn là trang đã được góp ý.' })
  isCurrent!: boolean;

  @TextField()
  body!: string;

  @TextField()
  authorName!: string;

  @InstantField()
  createdAt!: string;

  @InstantField({ nullable: true })
  resolvedAt!: string | null;

  @TextField({ nullable: true })
  resolvedByName!: string | null;
}

class CommentFields {
  @TextField({ max: 4000 })
  body!: string;

  @IntegerField({ optional: true, min: 1, max: 100_000 })
  page?: number | null;

  @IdField({ optional: true, description: 'Ý kiến được trả lời.' })
  parentId?: string | null;
}

/** Ý kiến anchored to a page, with answers; resolved when done with. */
@ApiTags('documents')
@Controller('versions/:id/comments')
export class CommentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly comments: CommentsRepository,
    private readonly ids: Ids,
  ) {}

  @Get()
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: CommentView, isArray: true })
  list(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<CommentView[]> {
    return this.unitOfWork.read(actor, (tx) => this.#seen(tx, id));
  }

  @Post()
  @RequirePermission('documents.read-drafts')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: CommentView, isArray: true })
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { body, page = null, parentId = null }: CommentFields,
  ): Promise<CommentView[]> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { documentId } = await this.details.get(tx, versionId);
      const id = this.ids.next();
      await this.comments.add(tx, { id, versionId, parentId, page, body });
      tx.record({
        action: 'documents.commented',
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId, commentId: id, page, body },
      });
    });
    return this.list(actor, versionId);
  }

  @Post(':commentId/resolution')
  @RequirePermission('documents.read-drafts')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: CommentView, isArray: true })
  async resolve(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdParam('commentId') commentId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
  ): Promise<CommentView[]> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { documentId } = await this.details.get(tx, versionId);
      await this.comments.resolve(tx, versionId, commentId);
      tx.record({
        action: 'documents.comment-resolved',
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId, commentId },
      });
    });
    return this.list(actor, versionId);
  }

  async #seen(tx: ReadTransaction, id: string): Promise<CommentView[]> {
    await this.details.get(tx, id);
    return this.comments.list(tx, id);
  }
}

import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  InstantField,
  IntegerField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { JournalQuery } from '../persistence/journal.query';
import { ACTION_WORDS } from './action-words';

class JournalListQuery extends PageQuery {
  @TextField({ max: 60 })
  subjectType!: string;

  @TextField({ max: 100 })
  subjectId!: string;
}

class JournalLine {
  @IntegerField({ max: Number.MAX_SAFE_INTEGER })
  seq!: number;

  @InstantField()
  at!: string;

  @TextField()
  actorName!: string;

  @TextField()
  action!: string;

  @TextField()
  subjectType!: string;

  @TextField()
  summary!: string;

  @TextField({ nullable: true, max: 4000 })
  reason!: string | null;
}

const JournalLinePage = pageDto(JournalLine, 'JournalLinePage');

@ApiTags('journal')
@Controller('journal')
class JournalController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: JournalQuery,
  ) {}

  /** Who did what to one subject, the newest first (RI-05). */
  @Get()
  @RequirePermission('journal.read')
  @ApiOkResponse({ type: JournalLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { subjectType, subjectId, after, limit = 50 }: JournalListQuery,
  ): Promise<Page<JournalLine>> {
    const cursor = decodeCursor(after, 1);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.journal.ofSubject(tx, { subjectType, subjectId, after: cursor, limit }), limit, {
        show: (row): JournalLine => ({ ...row, summary: ACTION_WORDS[row.action] ?? row.action }),
        key: (row) => [row.seq],
      }),
    );
  }
}

@Module({ controllers: [JournalController], providers: [JournalQuery] })
export class JournalHttpModule {}

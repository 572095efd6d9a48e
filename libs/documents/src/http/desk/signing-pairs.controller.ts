import { type Actor, type LocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  decodeCursor,
  FlagField,
  type HttpReply,
  IdempotencyOf,
  IdField,
  InstantField,
  ListField,
  NumberField,
  ObjectField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { type Sheet, sendSheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { NoteSigningPair } from '../../application/desk/note-signing-pair';
import {
  type SignedThing,
  type SigningActRow,
  type SigningPairRow,
  SigningPairsRepository,
} from '../../persistence/desk/signing-pairs.repository';
import { SheetSource } from '../reading/access-log.controller';
import { signedWords } from './signed-words';

const MOST_ROWS = 20_000;

class SigningPairQuery extends PageQuery {
  @ChoiceField(['open', 'noted'], { optional: true })
  state?: 'open' | 'noted';

  @DateField({ optional: true })
  from?: LocalDate | null;

  @DateField({ optional: true })
  to?: LocalDate | null;
}

class SignedLine {
  @TextField({ description: 'Việc đã ký.' })
  words!: string;

  @TextField()
  subjectType!: string;

  @TextField()
  subjectId!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ nullable: true })
  title!: string | null;
}

class SigningActLine {
  @IdField()
  id!: string;

  @TextField()
  personName!: string;

  @TextField({ nullable: true })
  positionTitle!: string | null;

  @InstantField()
  at!: string;

  @ListField(() => SignedLine)
  signed!: SignedLine[];
}

class SigningPairLine {
  @TextField()
  id!: string;

  @TextField({ nullable: true, description: 'Tên máy dùng chung; rỗng: máy chưa đặt tên.' })
  machineName!: string | null;

  @ObjectField(() => SigningActLine)
  later!: SigningActLine;

  @ObjectField(() => SigningActLine)
  earlier!: SigningActLine;

  @FlagField({ description: 'Hai tài khoản cùng họ tên.' })
  sameName!: boolean;

  @NumberField({ min: 0, max: 600 })
  secondsApart!: number;

  @TextField({ nullable: true })
  note!: string | null;

  @TextField({ nullable: true })
  notedByName!: string | null;

  @InstantField({ nullable: true })
  notedAt!: string | null;
}

const SigningPairPage = pageDto(SigningPairLine, 'SigningPairPage');

class SigningPairNote {
  @IdField()
  laterId!: string;

  @IdField()
  earlierId!: string;

  @TextField({ max: 1000, description: 'Đã xem, lý do.' })
  note!: string;
}

/** Hai tài khoản ký trên một máy trong mười phút (OF-08). */
@ApiTags('documents')
@Controller()
export class SigningPairsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: SigningPairsRepository,
    private readonly noting: NoteSigningPair,
    private readonly source: SheetSource,
  ) {}

  @Get('signing-pairs')
  @RequirePermission('documents.read-signing-pairs')
  @ApiOkResponse({ type: SigningPairPage })
  list(@CurrentActor() actor: Actor, @Query() query: SigningPairQuery): Promise<Page<SigningPairLine>> {
    const { state = null, from = null, to = null, limit = 50 } = query;
    const cursor = decodeCursor(query.after, 3);
    const after = cursor && ([String(cursor[0]), String(cursor[1]), String(cursor[2])] as const);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.pairs.list(tx, { state, from, to, after, limit }), limit, {
        show: lineOf,
        key: ({ key, later, earlier }) => [key, later.id, earlier.id],
      }),
    );
  }

  @Get('signing-pairs.xlsx')
  @RequirePermission('documents.read-signing-pairs')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() { state, from, to }: SigningPairQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = { state: state ?? null, from: from ?? null, to: to ?? null };
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.pairs.list(tx, { ...filter, after: null, limit: MOST_ROWS }),
    );
    const sheet: Sheet<SigningPairRow> = {
      name: 'Hai tài khoản ký trên một máy',
      columns: COLUMNS,
      ...(await this.source.of(actor)),
      query: { ...filter },
    };
    await sendSheet(reply, await sheetOf(sheet, rows), 'Hai tài khoản ký trên một máy.xlsx');
  }

  /** Đã xem, with the reason. */
  @Post('signing-pairs/notes')
  @RequirePermission('documents.note-signing-pairs')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  note(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() note: SigningPairNote,
  ): Promise<void> {
    return this.noting.execute(actor, idempotency, note);
  }
}

function lineOf({ key: _key, later, earlier, ...row }: SigningPairRow): SigningPairLine {
  return { ...row, later: actOf(later), earlier: actOf(earlier) };
}

function actOf({ personId: _person, signed, ...line }: SigningActRow): SigningActLine {
  return {
    ...line,
    signed: signed.map(({ action, ...thing }) => ({ ...thing, words: signedWords(action) })),
  };
}

function told({ action, code, title }: SignedThing): string {
  return [signedWords(action), code, title].filter((part) => part !== null).join(' – ');
}

const COLUMNS: Sheet<SigningPairRow>['columns'] = [
  { title: 'Máy', value: ({ machineName }) => machineName ?? '' },
  { title: 'Người ký trước', value: ({ earlier }) => earlier.personName },
  { title: 'Lúc (UTC)', value: ({ earlier }) => earlier.at },
  { title: 'Đã ký', width: 60, value: ({ earlier }) => earlier.signed.map(told).join('; ') },
  { title: 'Người ký sau', value: ({ later }) => later.personName },
  { title: 'Lúc (UTC) ', value: ({ later }) => later.at },
  { title: 'Đã ký ', width: 60, value: ({ later }) => later.signed.map(told).join('; ') },
  { title: 'Người đứng đầu đã xem', value: ({ notedByName }) => notedByName },
  { title: 'Lý do', width: 60, value: ({ note }) => note },
];

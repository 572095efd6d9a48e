import { IdField, IdListField, InstantField, pageDto, TextField } from '@app/platform/http';

export class NoticeLine {
  @IdField()
  id!: string;

  @TextField()
  kind!: string;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  body!: string | null;

  /** Path in the staff app. */
  @TextField({ nullable: true })
  link!: string | null;

  @InstantField()
  at!: string;

  @InstantField({ nullable: true })
  readAt!: string | null;
}

export class ReadNoticesRequest {
  /** Absent = all. */
  @IdListField({ optional: true })
  ids?: string[];
}

export const NoticeLinePage = pageDto(NoticeLine, 'NoticeLinePage');

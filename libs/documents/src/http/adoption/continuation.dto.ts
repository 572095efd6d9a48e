import { type LocalDate } from '@app/kernel';
import { DateField, IdField, IdListField, IntegerField, pageDto, TextField } from '@app/platform/http';

export class PredecessorLine {
  @IdField()
  agencyId!: string;

  @TextField({ description: 'Cơ quan ban hành trước sắp xếp.' })
  agencyName!: string;

  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @DateField()
  effectiveOn!: LocalDate;

  @IdField({ nullable: true })
  continuedBy!: string | null;
}
export const PredecessorLinePage = pageDto(PredecessorLine, 'PredecessorLinePage');

export class ContinuationRequest {
  @IdListField({ most: 200 })
  versionIds!: string[];

  @TextField({ optional: true, max: 500 })
  territory?: string | null;

  @DateField({ optional: true, description: 'Ngày thôi áp dụng.' })
  limitedUntil?: LocalDate | null;
}

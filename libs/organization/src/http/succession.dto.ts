import { type LocalDate } from '@app/kernel';
import { ChoiceField, DateField, IdField, IdListField, pageDto, TextField } from '@app/platform/http';

const KINDS = ['merge', 'split', 'rename'] as const;

export class SuccessionLine {
  @IdField()
  predecessorId!: string;

  @TextField()
  predecessorName!: string;

  @IdField()
  successorId!: string;

  @TextField()
  successorName!: string;

  @TextField()
  kind!: string;

  @DateField()
  happenedOn!: LocalDate;

  @TextField()
  legalBasis!: string;
}
export const SuccessionLinePage = pageDto(SuccessionLine, 'SuccessionLinePage');

export class SuccessionRequest {
  @IdField()
  successorId!: string;

  @IdListField({ most: 50 })
  predecessorIds!: string[];

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @DateField()
  happenedOn!: LocalDate;

  @TextField({ max: 1000, description: 'Nghị quyết hoặc quyết định sắp xếp.' })
  legalBasis!: string;
}

import { type LocalDate } from '@app/kernel';
import { ChoiceField, DateField, FlagField, TextField } from '@app/platform/http';

/** Where a version that was taken from another agency comes from. */
export class VersionOriginView {
  @ChoiceField(['adopted', 'continued'])
  kind!: 'adopted' | 'continued';

  @TextField({ description: 'Cơ quan soạn thảo, hoặc cơ quan trước hợp nhất.' })
  agencyName!: string;

  @FlagField()
  keptByOwner!: boolean;

  @TextField({ nullable: true, description: 'Địa bàn áp dụng.' })
  territory!: string | null;

  @DateField({ nullable: true })
  limitedUntil!: LocalDate | null;
}

import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  pageDto,
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

export class UnitOption {
  @IdField()
  id!: string;

  @TextField()
  name!: string;
}

export class AgencyLine {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  /** Kind of the agency, or `historical` for a unit of a list "tại thời điểm". */
  @TextField()
  kind!: string;

  @TextField({ nullable: true })
  parentName!: string | null;

  @TextField({ nullable: true })
  code!: string | null;

  @FlagField()
  historical!: boolean;

  @DateField({ nullable: true })
  validFrom!: string | null;

  @DateField({ nullable: true })
  validUntil!: string | null;

  @TextField({ nullable: true })
  presentAgencyName!: string | null;
}
export const AgencyLinePage = pageDto(AgencyLine, 'AgencyLinePage');

export class AgencySearch extends PageQuery {
  @TextField({ optional: true, min: 0, max: 200 })
  q?: string;

  @ChoiceField(['true', 'false'], { optional: true })
  historical?: 'true' | 'false';
}

export class UnitListLine {
  @IdField()
  id!: string;

  @TextField()
  title!: string;

  @DateField()
  asOf!: string;

  @TextField({ nullable: true })
  legalBasis!: string | null;

  @IntegerField()
  entries!: number;

  @IntegerField()
  matched!: number;

  @InstantField()
  importedAt!: string;
}
export const UnitListLinePage = pageDto(UnitListLine, 'UnitListLinePage');

export class UnitListParent {
  @TextField()
  name!: string;

  @TextListField()
  aliases!: string[];

  @IntegerField()
  entries!: number;
}

export class RefusedUnitLine {
  @IntegerField()
  line!: number;

  @TextField()
  text!: string;

  @TextField()
  code!: string;

  @TextField()
  reason!: string;
}

export class UnitListImport {
  @IdField({ nullable: true })
  listId!: string | null;

  @FlagField()
  dryRun!: boolean;

  @IntegerField()
  created!: number;

  @IntegerField()
  existing!: number;

  @ListField(() => UnitListParent)
  parents!: UnitListParent[];

  @ListField(() => RefusedUnitLine)
  refused!: RefusedUnitLine[];
}

export class UnitListEntry {
  @IdField()
  id!: string;

  @IntegerField({ nullable: true })
  year!: number | null;

  @IntegerField({ nullable: true })
  ordinal!: number | null;

  @TextField()
  name!: string;

  @TextField()
  parentName!: string;

  @IdField({ nullable: true })
  presentAgencyId!: string | null;

  @TextField({ nullable: true })
  presentAgencyName!: string | null;

  @IntegerField()
  rowVersion!: number;
}
export const UnitListEntryPage = pageDto(UnitListEntry, 'UnitListEntryPage');

export class PresentAgencyRequest {
  @IdField({ optional: true })
  agencyId?: string | null;
}

import { ROLES } from '@app/kernel';
import {
  ChoiceField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@app/platform/http';

export class SignInRequest {
  @TextField({ max: 200 })
  login!: string;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class ActForRequest {
  @IdField()
  agencyId!: string;
}

const AGENCY_KINDS = ['installation', 'ministry', 'province', 'department', 'commune', 'office'] as const;

export class AgencyOption {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  @TextField()
  shortName!: string;

  @ChoiceField(AGENCY_KINDS)
  kind!: string;

  @TextListField()
  roles!: string[];
}

export class ActingAgency extends AgencyOption {
  @TextField({ nullable: true })
  provinceName!: string | null;
}

export class MePerson {
  @IdField()
  id!: string;

  @TextField()
  fullName!: string;

  @TextField()
  email!: string;
}

export class MeCounters {
  @IntegerField()
  work!: number;

  @IntegerField()
  overdue!: number;

  @IntegerField()
  notices!: number;
}

export class Me {
  @ObjectField(() => MePerson)
  person!: MePerson;

  @ListField(() => AgencyOption)
  agencies!: AgencyOption[];

  @ObjectField(() => ActingAgency)
  agency!: ActingAgency;

  @TextListField()
  permissions!: string[];

  @ObjectField(() => MeCounters)
  counters!: MeCounters;
}

export class PersonOption {
  @IdField()
  personId!: string;

  @TextField()
  fullName!: string;

  @TextField()
  positionTitle!: string;

  @IdField({ nullable: true })
  unitId!: string | null;

  @TextField({ nullable: true })
  unitName!: string | null;

  @TextListField()
  roles!: string[];
}

export class PeopleQueryDto {
  @ChoiceField(ROLES, { optional: true })
  role?: (typeof ROLES)[number];
}

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
  @TextField({ optional: true, max: 200 })
  login?: string | null;

  @IdField({
    optional: true,
    description: 'Người chọn trên màn hình khóa của máy dùng chung, thay cho tên đăng nhập.',
  })
  personId?: string | null;

  @TextField({ max: 200, keepSpace: true })
  password!: string;

  @TextField({ optional: true, max: 40, description: 'Mã xác thực hai lớp, hỏi tại máy dùng chung.' })
  code?: string | null;
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

export class MeMachine {
  @TextField()
  name!: string;

  @IntegerField({ nullable: true, description: 'Không thao tác chừng này giây thì khóa; rỗng: không khóa.' })
  lockSeconds!: number | null;
}

export class Me {
  @ChoiceField(['person', 'lookup'], { description: 'lookup: tài khoản tra cứu của quầy.' })
  account!: 'person' | 'lookup';

  @ObjectField(() => MeMachine, { nullable: true, description: 'Máy dùng chung đang ngồi.' })
  machine!: MeMachine | null;

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

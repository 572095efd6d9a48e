import { type LocalDate, type Role, ROLES } from '@app/kernel';
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
} from '@app/platform/http';

const FORMULAS = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;
const KINDS = ['person', 'lookup'] as const;

export class RoleItem {
  @ChoiceField(ROLES)
  role!: Role;
}

export class PositionRequest {
  @TextField({ max: 200 })
  positionTitle!: string;

  @ChoiceField(FORMULAS, { description: 'Thẩm quyền ký ghi trước chức vụ.' })
  formula!: (typeof FORMULAS)[number];

  @TextField({ optional: true, max: 200, description: 'Chức danh trong Ban chỉ đạo ISO.' })
  isoTitle?: string | null;

  @IdField({ optional: true })
  unitId?: string | null;

  @ListField(() => RoleItem, { most: 15 })
  roles!: RoleItem[];
}

export class OpenAccountRequest extends PositionRequest {
  @TextField({ max: 200 })
  fullName!: string;

  @TextField({ max: 200 })
  email!: string;

  @TextField({ max: 100, description: 'Không cấp lại cho người khác, kể cả khi tài khoản đã đóng.' })
  login!: string;

  @TextField({
    max: 200,
    keepSpace: true,
    description: 'Mật khẩu tạm; người dùng phải tự đặt lại mới ký được.',
  })
  password!: string;

  @TextField({
    max: 500,
    description: 'Căn cứ xác minh danh tính: quyết định, giấy tờ đã đối chiếu (RI-12).',
  })
  identityBasis!: string;
}

export class OpenLookupRequest {
  @TextField({ max: 200, description: 'Tên quầy.' })
  name!: string;

  @TextField({ max: 100 })
  login!: string;

  @TextField({ max: 200, keepSpace: true })
  password!: string;

  @IdField()
  machineId!: string;
}

export class ReasonRequest {
  @TextField({ max: 1000 })
  reason!: string;
}

export class PasswordReset {
  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class PasswordChange extends PasswordReset {
  @TextField({ max: 200, keepSpace: true })
  next!: string;

  @ChoiceField(['yes'], {
    optional: true,
    description: 'Đồng ý với lời cam kết, khi nhận mật khẩu do người khác đặt.',
  })
  undertaken?: string | null;
}

export class PasswordView {
  @FlagField({ description: 'Do người khác đặt: chưa ký được.' })
  temporary!: boolean;

  @TextField({
    nullable: true,
    max: 2000,
    description: 'Lời cam kết phải đồng ý khi tự đặt mật khẩu lần đầu.',
  })
  undertaking!: string | null;

  @FlagField({ description: 'Đã dùng quá 180 ngày.' })
  isOld!: boolean;

  @InstantField()
  setAt!: Date;
}

export class AccountQuery extends PageQuery {
  @ChoiceField(['open', 'closed'], { optional: true })
  state?: 'open' | 'closed';

  @ChoiceField(KINDS, { optional: true })
  kind?: (typeof KINDS)[number];
}

export class AccountLine {
  @IdField()
  id!: string;

  @IdField()
  personId!: string;

  @TextField()
  fullName!: string;

  @TextField({ min: 0 })
  email!: string;

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @TextField()
  login!: string;

  @TextField()
  positionTitle!: string;

  @TextField({ min: 0 })
  formula!: string;

  @TextField({ nullable: true })
  isoTitle!: string | null;

  @IdField({ nullable: true })
  unitId!: string | null;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ListField(() => RoleItem)
  roles!: RoleItem[];

  @TextField({ nullable: true })
  machineName!: string | null;

  @TextField({ nullable: true })
  identityBasis!: string | null;

  @DateField({ nullable: true })
  since!: LocalDate | null;

  @DateField({ nullable: true, description: 'Ngày đầu tiên không còn hiệu lực.' })
  endsBefore!: LocalDate | null;

  @TextField({ nullable: true })
  endedReason!: string | null;

  @FlagField()
  isOpen!: boolean;

  @FlagField({ description: 'Mật khẩu do người quản trị đặt.' })
  temporary!: boolean;

  @InstantField({ nullable: true })
  lockedUntil!: Date | null;

  @InstantField({ nullable: true })
  lastSeenAt!: Date | null;

  @FlagField()
  hasSecondFactor!: boolean;

  @FlagField({ description: 'Không tự thao tác trên tài khoản của mình.' })
  isOwn!: boolean;

  @IntegerField()
  rowVersion!: number;
}

export const AccountPage = pageDto(AccountLine, 'AccountPage');

export class MachineRequest {
  @TextField({ max: 200, description: 'Tên quầy, nơi đặt máy.' })
  name!: string;
}

export class MachineLine {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  @TextField()
  placedByName!: string;

  @InstantField()
  placedAt!: string;

  @InstantField({ nullable: true })
  lastSignedAt!: string | null;

  @InstantField({ nullable: true })
  withdrawnAt!: string | null;

  @TextField({ nullable: true })
  withdrawnByName!: string | null;

  @TextField({ nullable: true })
  withdrawReason!: string | null;
}

export const MachinePage = pageDto(MachineLine, 'SharedMachinePage');

export class MachinePolicy {
  @IntegerField({ min: 1, max: 15, description: 'Số phút không thao tác thì khóa.' })
  lockMinutes!: number;
}

export class MachinePersonLine {
  @IdField()
  personId!: string;

  @TextField()
  fullName!: string;

  @TextField()
  positionTitle!: string;

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];
}

export class MachineHereView {
  @TextField({
    nullable: true,
    description: 'Tên máy dùng chung; rỗng khi trình duyệt này không phải máy dùng chung.',
  })
  name!: string | null;

  @TextField({ nullable: true })
  agencyName!: string | null;

  @ListField(() => MachinePersonLine)
  people!: MachinePersonLine[];
}

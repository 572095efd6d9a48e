import { type Role } from '@app/kernel';

export interface DemoPerson {
  login: string;
  fullName: string;
  title: string;
  unit: string | null;
  roles: readonly Role[];
  formula?: 'TM.' | 'KT.' | 'TL.';
  fields?: readonly string[];
}

/** One agency's handful of people; the login is what stands before the agency's own word. */
export const COMMUNE_UNITS = [
  'Văn phòng HĐND và UBND',
  'Phòng Văn hóa - Xã hội',
  'Phòng Kinh tế',
  'Trung tâm Phục vụ hành chính công',
] as const;

export const COMMUNE_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'thuky',
    fullName: 'Lê Thị Hạnh',
    title: 'Công chức Văn phòng, Thư ký ISO',
    unit: COMMUNE_UNITS[0],
    roles: ['reader', 'author', 'secretary'],
  },
  {
    login: 'soanthao',
    fullName: 'Nguyễn Văn Dũng',
    title: 'Công chức Tư pháp - Hộ tịch',
    unit: COMMUNE_UNITS[1],
    roles: ['reader', 'author', 'unit-focal'],
  },
  {
    login: 'xemxet',
    fullName: 'Trịnh Thị Thu',
    title: 'Trưởng phòng Văn hóa - Xã hội',
    unit: COMMUNE_UNITS[1],
    roles: ['reader', 'reviewer'],
  },
  {
    login: 'pheduyet',
    fullName: 'Phạm Quốc Hùng',
    title: 'Phó Chủ tịch',
    unit: null,
    roles: ['reader', 'approver'],
    formula: 'KT.',
  },
  {
    login: 'chutich',
    fullName: 'Lê Văn Thắng',
    title: 'Chủ tịch',
    unit: null,
    roles: ['reader', 'approver', 'head'],
    formula: 'TM.',
  },
  {
    login: 'vanthu',
    fullName: 'Hoàng Thị Mai',
    title: 'Văn thư',
    unit: COMMUNE_UNITS[0],
    roles: ['reader', 'clerk'],
  },
  {
    login: 'congchuc',
    fullName: 'Đỗ Minh Quân',
    title: 'Công chức',
    unit: COMMUNE_UNITS[3],
    roles: ['reader'],
  },
  {
    login: 'danhgia',
    fullName: 'Vũ Thị Ngọc',
    title: 'Chuyên gia đánh giá nội bộ',
    unit: COMMUNE_UNITS[2],
    roles: ['reader', 'auditor'],
  },
  {
    login: 'quantri',
    fullName: 'Bùi Đức Anh',
    title: 'Quản trị hệ thống',
    unit: COMMUNE_UNITS[0],
    roles: ['reader', 'agency-admin', 'office-lead'],
  },
];

const DEPARTMENT_OFFICE = 'Văn phòng Sở';
const DEPARTMENT_ROOM = 'Phòng Nghiệp vụ';

export const DEPARTMENT_ROOMS = [DEPARTMENT_OFFICE, DEPARTMENT_ROOM] as const;

export const DEPARTMENT_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'thuky',
    fullName: 'Ngô Thị Lan',
    title: 'Chuyên viên, Thư ký ISO',
    unit: DEPARTMENT_OFFICE,
    roles: ['reader', 'author', 'secretary'],
  },
  {
    login: 'soanthao',
    fullName: 'Hà Văn Nam',
    title: 'Chuyên viên',
    unit: DEPARTMENT_ROOM,
    roles: ['reader', 'author', 'unit-focal'],
  },
  {
    login: 'xemxet',
    fullName: 'Mai Thị Hương',
    title: 'Trưởng phòng',
    unit: DEPARTMENT_ROOM,
    roles: ['reader', 'reviewer'],
  },
  {
    login: 'pheduyet',
    fullName: 'Trần Đình Long',
    title: 'Phó Giám đốc',
    unit: null,
    roles: ['reader', 'approver'],
    formula: 'KT.',
  },
  {
    login: 'giamdoc',
    fullName: 'Lưu Văn Thành',
    title: 'Giám đốc',
    unit: null,
    roles: ['reader', 'approver', 'head'],
  },
  {
    login: 'vanthu',
    fullName: 'Đặng Thị Yến',
    title: 'Văn thư',
    unit: DEPARTMENT_OFFICE,
    roles: ['reader', 'clerk'],
  },
  {
    login: 'quantri',
    fullName: 'Cao Xuân Bách',
    title: 'Quản trị hệ thống',
    unit: DEPARTMENT_OFFICE,
    roles: ['reader', 'agency-admin', 'office-lead'],
  },
];

export const PROVINCE_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'tinh.phapche',
    fullName: 'Nguyễn Thị Bích',
    title: 'Trưởng phòng Pháp chế',
    unit: null,
    roles: ['reader', 'province-admin', 'province-reader'],
    fields: ['*'],
  },
  {
    login: 'tinh.phapche2',
    fullName: 'Lê Hữu Phước',
    title: 'Phó Trưởng phòng Pháp chế',
    unit: null,
    roles: ['reader', 'province-admin', 'province-reader'],
    fields: ['*'],
  },
  {
    login: 'tinh.theodoi',
    fullName: 'Phan Thanh Tùng',
    title: 'Chuyên viên theo dõi ISO',
    unit: null,
    roles: ['reader', 'province-reader'],
  },
];

export const INSTALLATION_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'hethong',
    fullName: 'Đinh Công Minh',
    title: 'Quản trị cài đặt',
    unit: null,
    roles: ['reader', 'installation-admin', 'legal-steward'],
    fields: ['*'],
  },
];

export const DEMO_PASSWORD = 'Iso-DienTu@2026';

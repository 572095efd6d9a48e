import { localDate } from '@app/kernel';
import { type RetiredBody } from './retired-bodies';

const MINISTRIES = localDate(2025, 3, 1);
const DISTRICTS = localDate(2025, 7, 1);

/** Bodies ended by the mergers of 2025: ministries and departments on 1 March, the district level on 1 July. */
export const RETIRED_BODIES: readonly RetiredBody[] = [
  {
    name: 'Ủy ban nhân dân cấp huyện',
    phrases: [
      'ubnd cap huyen',
      'ubnd huyen',
      'ubnd quan',
      'ubnd thi xa',
      'uy ban nhan dan cap huyen',
      'uy ban nhan dan huyen',
      'uy ban nhan dan quan',
      'uy ban nhan dan thi xa',
    ],
    retiredOn: DISTRICTS,
    successor: null,
  },
  {
    name: 'Hội đồng nhân dân cấp huyện',
    phrases: [
      'hdnd cap huyen',
      'hdnd huyen',
      'hdnd quan',
      'hoi dong nhan dan cap huyen',
      'hoi dong nhan dan huyen',
      'hoi dong nhan dan quan',
    ],
    retiredOn: DISTRICTS,
    successor: null,
  },
  { name: 'Phòng Tư pháp cấp huyện', phrases: ['phong tu phap'], retiredOn: DISTRICTS, successor: null },
  {
    name: 'Phòng Lao động - Thương binh và Xã hội',
    phrases: ['phong lao dong thuong binh', 'phong lao dong - thuong binh', 'phong ldtbxh', 'phong ld-tb&xh'],
    retiredOn: MINISTRIES,
    successor: 'Phòng Nội vụ',
  },
  {
    name: 'Phòng Tài nguyên và Môi trường',
    phrases: ['phong tai nguyen va moi truong', 'phong tn&mt', 'phong tnmt'],
    retiredOn: DISTRICTS,
    successor: null,
  },
  {
    name: 'Phòng Tài chính - Kế hoạch cấp huyện',
    phrases: ['phong tai chinh - ke hoach', 'phong tai chinh ke hoach'],
    retiredOn: DISTRICTS,
    successor: null,
  },
  {
    name: 'Công an cấp huyện',
    phrases: ['cong an cap huyen', 'cong an huyen', 'cong an quan', 'cong an thi xa'],
    retiredOn: MINISTRIES,
    successor: null,
  },
  {
    name: 'Tòa án nhân dân cấp huyện',
    phrases: ['toa an nhan dan cap huyen', 'toa an nhan dan huyen', 'toa an nhan dan quan'],
    retiredOn: DISTRICTS,
    successor: 'Tòa án nhân dân khu vực',
  },
  {
    name: 'Bộ Lao động - Thương binh và Xã hội',
    phrases: ['bo lao dong - thuong binh', 'bo lao dong thuong binh', 'bo ldtbxh', 'bo ldtb&xh'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Nội vụ',
  },
  {
    name: 'Bộ Kế hoạch và Đầu tư',
    phrases: ['bo ke hoach va dau tu'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Tài chính',
  },
  {
    name: 'Bộ Thông tin và Truyền thông',
    phrases: ['bo thong tin va truyen thong'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Khoa học và Công nghệ',
  },
  {
    name: 'Bộ Giao thông vận tải',
    phrases: ['bo giao thong van tai'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Xây dựng',
  },
  {
    name: 'Bộ Tài nguyên và Môi trường',
    phrases: ['bo tai nguyen va moi truong'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Nông nghiệp và Môi trường',
  },
  {
    name: 'Bộ Nông nghiệp và Phát triển nông thôn',
    phrases: ['bo nong nghiep va phat trien nong thon'],
    retiredOn: MINISTRIES,
    successor: 'Bộ Nông nghiệp và Môi trường',
  },
  {
    name: 'Sở Lao động - Thương binh và Xã hội',
    phrases: ['so lao dong - thuong binh', 'so lao dong thuong binh', 'so ldtbxh'],
    retiredOn: MINISTRIES,
    successor: 'Sở Nội vụ',
  },
  {
    name: 'Sở Kế hoạch và Đầu tư',
    phrases: ['so ke hoach va dau tu'],
    retiredOn: MINISTRIES,
    successor: 'Sở Tài chính',
  },
  {
    name: 'Sở Thông tin và Truyền thông',
    phrases: ['so thong tin va truyen thong'],
    retiredOn: MINISTRIES,
    successor: 'Sở Khoa học và Công nghệ',
  },
  {
    name: 'Sở Giao thông vận tải',
    phrases: ['so giao thong van tai'],
    retiredOn: MINISTRIES,
    successor: 'Sở Xây dựng',
  },
  {
    name: 'Sở Tài nguyên và Môi trường',
    phrases: ['so tai nguyen va moi truong'],
    retiredOn: MINISTRIES,
    successor: 'Sở Nông nghiệp và Môi trường',
  },
];

import { registerTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Bodies, posts and places that exist no more, since when, and what stands in their place (OF-11). */
export class ReferenceRetiredNames1763860170003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reference.retired_name (
        id uuid primary key,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        kind text not null check (kind in ('body', 'post', 'place')),
        name text not null,
        -- Looked for in texts that are folded the same way.
        phrases text[] not null check (cardinality(phrases) between 1 and 20),
        retired_on date not null,
        replacement text,
        legal_basis text,
        row_version integer not null default 1,
        constraint retired_name_once unique (steward_agency_id, name)
      );
      ${registerTable('reference.retired_name')};
      create view reference.pub_retired_name with (security_invoker = true) as
        select id, steward_agency_id, audience, kind, name, phrases, retired_on, replacement from reference.retired_name;
      grant select on reference.pub_retired_name to iso_app, iso_worker;
    `);
    for (const [name, phrases, retiredOn, replacement] of NAMES) {
      await runner.query(
        `insert into reference.retired_name (id, steward_agency_id, audience, kind, name, phrases, retired_on, replacement)
         values (uuidv7(), $1, 'vn', 'body', $2, $3, $4, $5)`,
        [INSTALLATION, name, phrases.split('|'), retiredOn, replacement],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view reference.pub_retired_name; drop table reference.retired_name');
  }
}

/** The pseudo-agency that is steward of what is shipped. */
const INSTALLATION = '00000000-0000-7000-8000-000000000001';
const MINISTRIES = '2025-03-01';
const DISTRICTS = '2025-07-01';

const NAMES: readonly (readonly [string, string, string, string | null])[] = [
  [
    'Ủy ban nhân dân cấp huyện',
    'ubnd cap huyen|ubnd huyen|ubnd quan|ubnd thi xa|uy ban nhan dan cap huyen|uy ban nhan dan huyen|uy ban nhan dan quan|uy ban nhan dan thi xa',
    DISTRICTS,
    null,
  ],
  [
    'Hội đồng nhân dân cấp huyện',
    'hdnd cap huyen|hdnd huyen|hdnd quan|hoi dong nhan dan cap huyen|hoi dong nhan dan huyen|hoi dong nhan dan quan',
    DISTRICTS,
    null,
  ],
  ['Phòng Tư pháp cấp huyện', 'phong tu phap', DISTRICTS, null],
  [
    'Phòng Lao động - Thương binh và Xã hội',
    'phong lao dong thuong binh|phong lao dong - thuong binh|phong ldtbxh',
    MINISTRIES,
    'Phòng Nội vụ',
  ],
  [
    'Phòng Tài nguyên và Môi trường',
    'phong tai nguyen va moi truong|phong tn&mt|phong tnmt',
    DISTRICTS,
    null,
  ],
  [
    'Phòng Tài chính - Kế hoạch cấp huyện',
    'phong tai chinh - ke hoach|phong tai chinh ke hoach',
    DISTRICTS,
    null,
  ],
  ['Công an cấp huyện', 'cong an cap huyen|cong an huyen|cong an quan|cong an thi xa', MINISTRIES, null],
  [
    'Tòa án nhân dân cấp huyện',
    'toa an nhan dan cap huyen|toa an nhan dan huyen|toa an nhan dan quan',
    DISTRICTS,
    'Tòa án nhân dân khu vực',
  ],
  [
    'Bộ Lao động - Thương binh và Xã hội',
    'bo lao dong - thuong binh|bo lao dong thuong binh|bo ldtbxh|bo ldtb&xh',
    MINISTRIES,
    'Bộ Nội vụ',
  ],
  ['Bộ Kế hoạch và Đầu tư', 'bo ke hoach va dau tu', MINISTRIES, 'Bộ Tài chính'],
];

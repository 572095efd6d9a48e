import { backupAlarms } from '../backups/backup-alarms';
import { csvLine } from './csv';
import { safeFileName, safeName, versionFolder } from './paths';
import { isExported, openColumns } from './record-table';
import { Withheld } from './withheld';

const HIDDEN = '019aaf10-0000-7000-8000-000000000001';

describe('DI-20 what stands in an archive', () => {
  it('DI-20: has names that every disk takes', () => {
    expect(safeName('  QT 01/CX-HCTP: "thử" <mới>?\u0007 ', 60)).toBe('QT 01-CX-HCTP- -thử- -mới-');
    expect(safeName('..', 10)).toBe('-');
    expect(safeName('Đăng ký khai sinh lưu động tại thôn bản', 12)).toBe('Đăng ký khai');
    expect(safeFileName(`${'dài '.repeat(40)}.docx`, 20)).toMatch(/^.{1,20}$/);
    expect(safeFileName(`${'dài '.repeat(40)}.docx`, 20)).toMatch(/\.docx$/);
  });

  it('DI-20: never leaves its folder', () => {
    const version = {
      versionId: HIDDEN,
      series: '../..',
      code: '../x',
      title: '/etc',
      issue: 1,
      revision: 0,
    };

    expect(versionFolder(version).split('/')).not.toContain('..');
    expect(versionFolder(version).split('/')).toHaveLength(5);
  });

  it('DI-20: gives a spreadsheet nothing to compute', () => {
    expect(csvLine(['=1+1', '-2', 3, null, 'a"b', { x: 1 }])).toBe(`'=1+1,'-2,3,,"a""b","{""x"":1}"\r\n`);
  });

  it('DI-20: leaves secrets and machinery behind, and takes what is new', () => {
    const columns = ['id', 'token_hash', 'device_key', 'password_hash', 'salt', 'title'].map((name) => ({
      name,
      type: 'text',
    }));

    expect(openColumns(columns).map(({ name }) => name)).toEqual(['id', 'title']);
    expect(isExported({ schema: 'platform', name: 'outbox_message' })).toBe(false);
    expect(isExported({ schema: 'tomorrow', name: 'table' })).toBe(true);
  });

  it('DI-20: withholds a row that names what is hidden, and what names that row', () => {
    const withheld = new Withheld([HIDDEN]);
    const step = '019aaf10-0000-7000-8000-000000000002';

    expect(withheld.takesRow(JSON.stringify({ id: step, version_id: HIDDEN }))).toBe(true);
    expect(withheld.names(`{"subjectId":"${step}"}`)).toBe(true);
    expect(withheld.takesRow('{"id":"019aaf10-0000-7000-8000-000000000003"}')).toBe(false);
    expect(withheld.rows).toBe(1);
  });
});

describe('DI-20 alarms about backups', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const run = (kind: 'backup' | 'drill', hoursAgo: number, succeeded = true, bytes = 1000) => ({
    kind,
    succeeded,
    bytes,
    finishedAt: new Date(now.getTime() - hoursAgo * 3_600_000),
  });

  it.each([
    [[], ['backup-missing', 'drill-missing']],
    [[run('backup', 2), run('drill', 300)], []],
    [
      [run('backup', 27), run('drill', 36 * 24)],
      ['backup-old', 'drill-old'],
    ],
    [[run('backup', 1, false), run('backup', 20), run('drill', 1)], ['backup-failed']],
    [[run('backup', 1, true, 700), run('backup', 20), run('drill', 1)], ['backup-shrunk']],
    [
      [run('backup', 1, true, 900), run('backup', 20), run('drill', 1, false)],
      ['drill-missing', 'drill-failed'],
    ],
  ])('DI-20: look at age, failure and size (%#)', (runs, alarms) => {
    expect(backupAlarms(runs, now)).toEqual(alarms);
  });
});

import { Command } from 'commander';

import { cliSettings } from '@app/platform/config';

import { addCopyCommands } from './copies';

/** Commands load what they need only when they are called: `read` starts without a database driver. */
const program = new Command('iso').description('ISO điện tử: công cụ dòng lệnh của người vận hành');

program
  .command('bootstrap')
  .description('tạo vai trò và cơ sở dữ liệu (một lần cho mỗi cụm PostgreSQL)')
  .action(async () => {
    const { bootstrapCommand } = await import('./commands/database');
    await bootstrapCommand(cliSettings());
  });

program
  .command('migrate')
  .description('đưa cơ sở dữ liệu lên phiên bản mới nhất')
  .action(async () => {
    const { migrateCommand } = await import('./commands/database');
    const done = await migrateCommand(cliSettings());
    process.stderr.write(`Đã chạy ${String(done.length)} bước nâng cấp.\n`);
  });

program
  .command('seed')
  .description('nhập dữ liệu mẫu của tỉnh Thanh Hóa')
  .option('--demo', 'xác nhận đây là dữ liệu mẫu')
  .option('--versions <số>', 'thay vào đó: làm dữ liệu đo với từng này phiên bản', Number)
  .option('--agencies <số>', 'số cơ quan của dữ liệu đo', Number, 3_865)
  .option('--largest <số>', 'số phiên bản của cơ quan lớn nhất', Number, 50_000)
  .action(async (options: { demo?: boolean; versions?: number; agencies: number; largest: number }) => {
    process.stderr.write(`${await seed(options)}\n`);
  });

program
  .command('read')
  .description('đọc quy trình và văn bản (.doc, .docx, .pdf, .txt), in mỗi tệp một dòng JSON')
  .argument('<tệp...>')
  .action(async (files: string[]) => {
    const { readCommand } = await import('./commands/read');
    const failed = await readCommand(files, (line) => process.stdout.write(line));
    if (failed > 0) process.exitCode = 1;
  });

const imports = program.command('import').description('nhập danh mục dùng chung');

imports
  .command('units')
  .description('nhập danh mục tỉnh và xã, phường, đặc khu (JSON); nhập lại không đổi gì')
  .argument('<tệp>')
  .action(async (file: string) => {
    const { importUnitsCommand } = await import('./commands/import-units');
    process.stderr.write(`${await importUnitsCommand(cliSettings(), file)}\n`);
  });

const journal = program.command('journal').description('nhật ký của hệ thống');

journal
  .command('verify')
  .description('tính lại chuỗi băm của mọi cơ quan, độc lập với chương trình ghi')
  .option('--heads <file>', 'tệp đầu chuỗi đã xuất trước đây')
  .action(async ({ heads }: { heads?: string }) => {
    const { verifyJournal } = await import('./commands/journal');
    const { agencies, entries, faults } = await verifyJournal(cliSettings(), heads);
    for (const fault of faults) process.stdout.write(`${JSON.stringify(fault)}\n`);
    process.stderr.write(
      `Đã kiểm tra ${String(entries)} dòng của ${String(agencies)} cơ quan: ${faults.length === 0 ? 'không phát hiện sai lệch' : `${String(faults.length)} sai lệch`}.\n`,
    );
    if (faults.length > 0) process.exitCode = 1;
  });

addCopyCommands(program);

async function seed({
  demo,
  versions,
  agencies,
  largest,
}: {
  demo?: boolean;
  versions?: number;
  agencies: number;
  largest: number;
}): Promise<string> {
  if (versions !== undefined) {
    const { seedVolumeCommand } = await import('./commands/seed-volume');
    return seedVolumeCommand(cliSettings(), { versions, agencies, largest });
  }
  if (demo !== true) throw new Error('Cần --demo hoặc --versions <số>.');
  const { seedCommand } = await import('./commands/seed');
  return seedCommand(cliSettings());
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

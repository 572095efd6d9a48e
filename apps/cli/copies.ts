import { type Command } from 'commander';

interface Outcome {
  text: string;
  isGood: boolean;
}

/** Copies that leave the installation and come back: export, backup, restore, drill. */
export function addCopyCommands(program: Command): void {
  program
    .command('export-agency')
    .description('xuất toàn bộ dữ liệu của một cơ quan ra thư mục trống, định dạng mở')
    .argument('<cơ quan>', 'id, mã, đường dẫn hoặc tên')
    .argument('<thư mục>')
    .requiredOption('--reason <lý do>', 'ghi vào nhật ký của cơ quan')
    .action(async (agency: string, folder: string, { reason }: { reason: string }) => {
      const { exportAgencyCommand } = await import('./commands/export-agency');
      process.stderr.write(`${await exportAgencyCommand(agency, folder, reason)}\n`);
    });

  program
    .command('verify-export')
    .description('kiểm chứng một bản xuất dữ liệu của cơ quan: từng tệp, số dòng, chuỗi nhật ký')
    .argument('<tệp .zip hoặc thư mục>')
    .option('--sha256 <băm>', 'băm của cả tệp .zip như màn hình Xuất dữ liệu hiển thị')
    .action(async (path: string, { sha256 }: { sha256?: string }) => {
      const { verifyExportCommand } = await import('./commands/verify-export');
      const { text, isWhole } = await verifyExportCommand(path, sha256);
      tell({ text, isGood: isWhole });
    });

  program
    .command('backup')
    .description('sao lưu trực tuyến: mọi bảng tại một thời điểm và mọi tệp, vào thư mục trống')
    .argument('<thư mục>')
    .action(async (folder: string) => {
      const { backupCommand } = await import('./commands/backup');
      tell(await backupCommand(folder));
    });

  program
    .command('restore')
    .description('phục hồi bản sao lưu vào cơ sở dữ liệu trống (vai trò iso_owner)')
    .argument('<thư mục>')
    .requiredOption('--into <địa chỉ>', 'postgres://iso_owner:…@máy/cơ_sở_dữ_liệu_trống')
    .option('--files <thư mục>', 'thư mục kho tệp mới; không có thì không phục hồi tệp')
    .action(async (folder: string, options: { into: string; files?: string }) => {
      const { restoreCommand } = await import('./commands/backup');
      tell(await restoreCommand(folder, { into: options.into, files: options.files }));
    });

  program
    .command('restore-drill')
    .description('diễn tập phục hồi: sao lưu, phục hồi vào nơi tạm, so sánh, lập biên bản')
    .argument('<thư mục>', 'thư mục trống cho biên bản')
    .option('--from <thư mục>', 'diễn tập với bản sao lưu đã có')
    .option('--keep', 'giữ lại bản sao lưu và tệp đã phục hồi', false)
    .action(async (folder: string, options: { from?: string; keep: boolean }) => {
      const { drillCommand } = await import('./commands/backup');
      tell(await drillCommand(folder, { from: options.from, keep: options.keep }));
    });
}

function tell({ text, isGood }: Outcome): void {
  process.stdout.write(text);
  if (!isGood) process.exitCode = 1;
}

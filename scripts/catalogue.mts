import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueOf } from './lib/catalogue.mts';
import { differences } from './lib/differences.mts';
import { REPOSITORY } from './lib/paths.mts';
import { openGuard } from './lib/processes.mts';
import { startTestCluster, TEMPLATE_DATABASE, templateCluster } from './lib/template-cluster.mts';

// Migrates an empty database and compares what stands there with migrations/catalogue.txt; --write renews the file.

const FILE = join(REPOSITORY, 'migrations', 'catalogue.txt');

const guard = openGuard();
const folder = mkdtempSync(join(tmpdir(), 'iso-catalogue-'));
chmodSync(folder, 0o755);
guard.removesFolder(folder);
try {
  await templateCluster(true);
  const server = await startTestCluster(folder);
  guard.endsProcess(server.process.pid);
  const catalogue = await catalogueOf(server.url(TEMPLATE_DATABASE));
  if (process.argv.includes('--write')) {
    writeFileSync(FILE, catalogue);
    console.log(`${FILE}: ${catalogue.split('\n').length - 1} lines`);
  } else {
    const found = differences(readFileSync(FILE, 'utf8'), catalogue);
    for (const line of found.slice(0, 60)) console.log(line);
    if (found.length > 0) {
      console.log(
        `${found.length} lines differ from migrations/catalogue.txt; when this is meant: npm run catalogue`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  await guard.release();
}

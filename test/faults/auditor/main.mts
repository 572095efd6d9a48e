import { readFileSync } from 'node:fs';

import pg from 'pg';

import { audit } from './audit.mts';
import { type Evidence } from './evidence.mts';

// node test/faults/auditor/main.mts postgresql://… [evidence.json]: one line per violation, exit status 1 when there is one.

const [url = '', file] = process.argv.slice(2);
const evidence: Evidence = file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Evidence);
const client = new pg.Client({ connectionString: url });
await client.connect();
const found = await audit(client, evidence);
await client.end();
for (const { invariant, detail } of found) process.stdout.write(`${invariant} ${detail}\n`);
process.exitCode = found.length > 0 ? 1 : 0;

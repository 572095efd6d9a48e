import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './lib/paths.mts';
import { tracedTests, tracePage } from './lib/trace.mts';

// Writes docs/requirements-trace.md from the titles of the tests.

writeFileSync(join(REPOSITORY, 'docs', 'requirements-trace.md'), tracePage(tracedTests()));

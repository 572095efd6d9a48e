import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { codesIn, tracedTests, tracePage } from '../../scripts/lib/trace.mts';

const TESTS = tracedTests();

describe('the trace of requirements', () => {
  it('is what docs/requirements-trace.md shows (npm run trace)', () => {
    const page = readFileSync(join(resolve(__dirname, '../..'), 'docs/requirements-trace.md'), 'utf8');

    expect(page).toBe(tracePage(TESTS));
  });

  it('spells ranges out', () => {
    expect(codesIn('keeps (RI-08 to RI-10, R3) and G12')).toEqual(['RI-08', 'RI-09', 'RI-10', 'R3', 'G12']);
  });
});

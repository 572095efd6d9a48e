import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ACTION_WORDS } from './action-words';

const LIBS = join(__dirname, '..', '..', '..');

/** Names of actions as they are handed to the journal: whole, or one of two. */
function recorded(): string[] {
  const sources = globSync('*/src/**/*.ts', { cwd: LIBS }).filter((path) => !path.endsWith('.spec.ts'));
  return sources.flatMap((path) => {
    const text = readFileSync(join(LIBS, path), 'utf8');
    return [...text.matchAll(/\baction:\s([^,;]*)/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, name = '']) => name),
    );
  });
}

describe('words of the journal', () => {
  it('stand for every action that is recorded: nobody reads a technical name on screen', () => {
    const names = [...new Set(recorded())];

    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => ACTION_WORDS[name] === undefined)).toEqual([]);
  });

  it('are Vietnamese', () => {
    for (const words of Object.values(ACTION_WORDS)) expect(words).toMatch(/^\p{Lu}[^._]*$/u);
  });
});

// Measures what a first visit of the staff app downloads (script, style, font files), gzip, against 350 kB.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 350 * 1000;
const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist/apps/web');
const manifest = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8'));

/** The two screens that a person can meet first. */
const FIRST = ['src/session/sign-in-screen.tsx', 'src/screens/work/work-screen.tsx'];

function collect(name, files = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`${name} is not in the manifest: build the web app first`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const next of chunk.imports ?? []) collect(next, files);
  return files;
}

const fonts = Object.values(manifest)
  .map((chunk) => chunk.file)
  .filter((file) => file.endsWith('.woff2'));
const weigh = (file) => {
  const bytes = readFileSync(resolve(dist, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 6 }).length;
};

let failed = false;
for (const screen of FIRST) {
  const files = [...collect(screen, collect('index.html')), ...fonts];
  const total = files.reduce((sum, file) => sum + weigh(file), 0);
  const code = files.filter((file) => !file.endsWith('.woff2')).reduce((sum, file) => sum + weigh(file), 0);
  failed ||= total > LIMIT;
  console.log(
    `${screen}: ${(total / 1000).toFixed(1)} kB (code and style ${(code / 1000).toFixed(1)} kB, ${files.length} files, limit ${LIMIT / 1000} kB)`,
  );
}
process.exitCode = failed ? 1 : 0;

// Run after an installation that changed package-lock.json, when the registry in use does not serve the packages of
// other platforms: npm then leaves them out, and `npm ci` refuses the file. Each is written in by name, version and
// platform, so npm passes over it on machines that it is not for.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const LIBRARIES = { gnu: 'glibc', musl: 'musl' };

/** Where Node would look for `name` from the package at `place`, nearest first. */
function placesOf(name, place) {
  const places = [];
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    places.push(`${at}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

function entryOf(name, range) {
  const words = name.split(/[-/]/);
  const parts = {
    cpu: words.filter((word) => PROCESSORS.includes(word)),
    libc: words.filter((word) => word in LIBRARIES).map((word) => LIBRARIES[word]),
    os: words.filter((word) => SYSTEMS.includes(word)),
  };
  const platform = Object.fromEntries(Object.entries(parts).filter(([, values]) => values.length > 0));
  return { version: range.replace(/^[\^~]/, ''), optional: true, ...platform };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { packages } = lock;
let added = 0;
for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (placesOf(name, place).some((path) => path in packages)) continue;
    packages[`node_modules/${name}`] = entryOf(name, range);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms written into package-lock.json`);

// Runs on any Node from 20.19: it installs what package-lock.json names and goes on under the project's own Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(REPOSITORY, 'node_modules', '.bin');
const NODE = join(BIN, 'node');

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Compares what is installed with what the lock file asks for, package by package. */
function isInstalled() {
  const wanted = readJson(join(REPOSITORY, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(REPOSITORY, 'node_modules', '.package-lock.json'))?.packages;
  if (!present || !existsSync(NODE)) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (path in present ? present[path].version === version : optional === true),
  );
}

function npm(command, options) {
  const path = process.env.npm_execpath;
  const [program, first] = path ? [process.execPath, [path]] : ['npm', []];
  const flags = ['--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];
  return spawnSync(program, [...first, ...command, ...flags], { cwd: REPOSITORY, ...options });
}

/**
 * `npm ci` compares the lock file with what the registry offers for every platform; where a registry lacks packages of
 * other platforms it refuses. `npm install --no-save` then brings the same versions and leaves the files alone.
 */
function install() {
  console.error('npm ci: cài đặt các gói cần thiết (installing packages)…');
  const clean = npm(['ci'], { stdio: ['ignore', 2, 'pipe'], encoding: 'utf8' });
  if (clean.status === 0) return;
  const { status } = npm(['install', '--no-save'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error(`${clean.stderr}\nnpm đã dừng vì lỗi nêu trên (npm failed).`);
    process.exit(status ?? 1);
  }
}

/** Installs when needed, then runs `script` (from the repository's root) with the given arguments under Node 24. */
export function continueUnderOwnNode(script, args = process.argv.slice(2)) {
  if (!isInstalled()) install();
  const child = spawn(NODE, [join(REPOSITORY, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${BIN}:${process.env.PATH ?? ''}` },
  });
  // Ctrl-C reaches the child by itself; a signal to this process alone is handed on.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../lib/paths.mts';
import { signal } from '../lib/processes.mts';
import { type Step } from './steps.mts';
import { FAILED, NOTHING, PASSED, type Tally } from './tally.mts';

export interface StepResult {
  tally: Tally;
  output: string;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
}

/** Runs one command in a process group of its own and ends the whole group when its time is over. */
function runCommand(
  command: readonly string[],
  step: Step,
  environment: Record<string, string>,
): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: '0', ...step.environment, ...environment };
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const keep = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const limit = setTimeout(() => {
      keep(`\n${step.name}: more than ${step.minutes} minutes, ended\n`);
      if (child.pid !== undefined) signal(child.pid, 'SIGKILL', true);
    }, step.minutes * 60_000);
    const finish = (ok: boolean): void => {
      clearTimeout(limit);
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      keep(error.message);
      finish(false);
    });
    child.once('exit', (code) => {
      // A grandchild may still hold the pipes open.
      setTimeout(() => finish(code === 0), 200);
    });
  });
}

function tallyOf(reportFile: string, ok: boolean): Tally {
  if (!existsSync(reportFile)) return FAILED;
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const broken = report.numRuntimeErrorTestSuites;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runJest(step: Step): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'iso-report-'));
  const report = join(folder, 'report.json');
  try {
    const [command = []] = step.commands;
    const { ok, output } = await runCommand([...command, '--json', `--outputFile=${report}`], step, {});
    return { tally: tallyOf(report, ok), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function runStep(step: Step): Promise<StepResult> {
  if (step.kind === 'jest') return runJest(step);
  let all = '';
  for (const command of step.commands) {
    const { ok, output } = await runCommand(command, step, {});
    all += output;
    if (!ok) return { tally: FAILED, output: all };
  }
  return { tally: step.commands.length === 0 ? NOTHING : PASSED, output: all };
}

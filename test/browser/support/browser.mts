import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium; `npm test` installs it. No service of Google is asked for anything. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['ISO_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** Where a picture of each open page is left when a step fails. */
export function failureFolder(): string {
  const folder = join(tmpdir(), 'iso-browser-failures');
  mkdirSync(folder, { recursive: true });
  return folder;
}

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const outDir = resolve(here, '../../dist/apps/web');
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Scanned papers need the image decoders and the fourteen standard fonts; they are fetched only when a file asks for them. */
function pdfSupportFiles() {
  return {
    name: 'pdf-support-files',
    apply: 'build',
    closeBundle() {
      for (const folder of ['standard_fonts', 'wasm', 'cmaps', 'iccs']) {
        cpSync(resolve(pdfjs, folder), resolve(outDir, 'assets/pdfjs', folder), {
          recursive: true,
          filter: (file) => !file.includes('quickjs'),
        });
      }
    },
  };
}

/** The server sends these beside the plain files to browsers that take them. */
function compressedTwins() {
  const worthIt = /\.(js|mjs|css|html|svg|wasm)$/;
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };
  return {
    name: 'compressed-twins',
    apply: 'build',
    enforce: 'post',
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true })) {
        if (!worthIt.test(name)) continue;
        const file = resolve(outDir, name);
        const content = readFileSync(file);
        if (content.length < 1024) continue;
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content, brotli));
      }
    },
  };
}

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), pdfSupportFiles(), compressedTwins()],
  resolve: { alias: { '~': resolve(here, 'src') } },
  build: {
    target: ['chrome109', 'edge109', 'firefox115'],
    cssTarget: ['chrome109', 'firefox115'],
    outDir,
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/api': { target: process.env.ISO_API_URL ?? 'http://127.0.0.1:3000', changeOrigin: true } },
  },
});

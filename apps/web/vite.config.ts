import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv, type Plugin } from 'vite';

/** Each response replaces it in index.html with the nonce of its Content-Security-Policy (README.md of this folder). */
const CSP_NONCE = '__CSP_NONCE__';

/** React and its router rarely change and stay in the browser's cache; a page loads the rest itself. */
const layers = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|@tanstack)[\\/]/,
    priority: 3,
  },
  // What nearly every page needs is one file: dozens of small ones compress worse, and each costs a response's headers.
  { name: 'shared', test: /node_modules/, minShareCount: 30, priority: 2 },
];

/**
 * Compressed once here instead of at every request; the API sends what the browser accepts. index.html stays plain,
 * since the nonce is written into it.
 */
const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    for (const file of await readdir(dir, { recursive: true })) {
      if (!/\.(js|css|svg)$/.test(file)) continue;
      const content = await readFile(join(dir, file));
      await writeFile(join(dir, `${file}.gz`), gzipSync(content, { level: 9 }));
      await writeFile(
        join(dir, `${file}.br`),
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      );
    }
  },
});

export default defineConfig(({ mode }) => {
  /** Where `vite dev` finds the API; the built page is served at the API's own address. */
  const { API_URL: target = 'http://127.0.0.1:3000' } = loadEnv(mode, import.meta.dirname, 'API_');
  return {
    plugins: [react(), precompressed()],
    // `@crm/domain/<room>` is the TypeScript source of that room, the same file the server runs.
    resolve: { conditions: ['@crm/source', ...defaultClientConditions] },
    html: { cspNonce: CSP_NONCE },
    server: {
      proxy: { '/api': { target, changeOrigin: true }, '/health': { target, changeOrigin: true } },
    },
    build: {
      target: 'es2022',
      // No data: URLs, so that the policy can stay at 'self'.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 600,
      rolldownOptions: { output: { codeSplitting: { groups: layers } } },
    },
  };
});

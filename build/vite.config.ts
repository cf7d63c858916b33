import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig, type EnvironmentOptions } from 'vite'

const root = join(import.meta.dirname, '..')

/** One command builds the three parts of the console: `vite build --app`. */
export default defineConfig({
  root: join(root, 'renderer'),
  // The page is at the root of `app://loket` and of the sync server alike.
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  environments: {
    client: { build: { outDir: join(root, 'dist/renderer'), emptyOutDir: true, target: 'chrome130' } },
    main: electronPart('main', 'es'),
    // A sandboxed preload cannot be an ES module.
    preload: electronPart('preload', 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
})

function electronPart(name: 'main' | 'preload', format: 'es' | 'cjs'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron'], conditions: ['node', 'module', 'import'] },
    build: {
      outDir: join(root, 'dist', name),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: { index: join(root, 'electron', name, 'index.ts') },
        output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
      },
    },
  }
}

/** `npm run dev`: builds and serves on Node; `node --watch` runs it again when a file of src/ changes. */
await import('./build.ts')
await import(new URL('../dist/node.js', import.meta.url).href)

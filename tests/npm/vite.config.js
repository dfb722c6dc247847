// Three pages in one build, as owners would write them.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'pages',
  // Any folder of any host.
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'maturity-radar' } } })],
  build: { emptyOutDir: true, rollupOptions: { input: ['plain', 'react', 'vue'].map((name) => `pages/${name}.html`) } },
});

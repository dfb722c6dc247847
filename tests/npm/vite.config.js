// Three pages in one build, as owners would write them.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'pages',
  // Any folder of any host.
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'maturity-radar' } } })],
  // Its development server would pack the package anew and lose the files beside it.
  optimizeDeps: { exclude: ['maturity-radar'] },
  build: { emptyOutDir: true, rollupOptions: { input: ['plain', 'react', 'vue'].map((name) => `pages/${name}.html`) } },
});

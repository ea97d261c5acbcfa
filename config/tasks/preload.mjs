import { readFileSync, writeFileSync } from 'node:fs';

const firstPage = 'home/rider/home';
const kinds = { js: 'script', css: 'style' };

/**
 * Taro asks for a page's files only once the app runs. Named in index.html, those of the first page travel together
 * with the app's own.
 */
export function preloadFirstPage(folder, pagesFile) {
  const file = `${folder}/index.html`;
  const html = readFileSync(file, 'utf8');
  const files = JSON.parse(readFileSync(pagesFile, 'utf8'))[firstPage];
  const links = files
    .filter((name) => !html.includes(`/${name}"`))
    .map((name) => `<link rel="preload" href="/${name}" as="${kinds[name.split('.').at(-1)]}">`);
  writeFileSync(file, html.replace('</head>', `${links.join('')}</head>`));
}

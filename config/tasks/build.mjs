import { ensureCloud, ensureH5, ensureWeapp } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { task } from './steps.mjs';

const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:3000';

task(async () => {
  await ensureInstalled();
  await ensureCloud();
  await ensureH5();
  await ensureWeapp(apiUrl);
  console.log(`
dist/cloud   the backend: node dist/cloud/main.js
dist/h5      the web app, served by the backend
dist/weapp   the mini-program, calling ${apiUrl} (set API_URL for another)

Next: npm start, or open this folder in WeChat DevTools.`);
});

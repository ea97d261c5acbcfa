import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { root, StepFailed, task } from './steps.mjs';

/** A rule that cannot fail guards nothing: each is broken once, in a copy of the sources, and must say so. */
const breaches = {
  'no-cycles': {
    'src/cloud/platform/one.ts': "import './two';",
    'src/cloud/platform/two.ts': "import './one';",
  },
  resolvable: { 'src/cloud/platform/three.ts': "import './nowhere';" },
  'contract-knows-no-room': { 'src/contract/one.ts': "import '../cloud/platform/clock';" },
  'contract-is-data': { 'src/contract/two.ts': "import 'dayjs';" },
  'schemas-take-typebox-only': { 'src/contract/three.schema.ts': "import 'dayjs';" },
  'data-imports-schemas-as-types': { 'src/contract/four.ts': "import './http.schema';" },
  'client-knows-no-cloud': { 'src/client/stations/one.ts': "import '../../cloud/platform/clock';" },
  'client-takes-no-schema': { 'src/client/stations/two.ts': "import '../../contract/http.schema';" },
  'cloud-knows-no-client': { 'src/cloud/stations/one.ts': "import '../../client/remote';" },
  'cloud-runs-on-dependencies': { 'src/cloud/stations/two.ts': "import 'esbuild';" },
  'cloud-platform-knows-no-concept': { 'src/cloud/platform/four.ts': "import '../sessions/service';" },
  'cloud-concepts-meet-at-services': { 'src/cloud/stations/three.ts': "import '../sessions/queries';" },
  'cloud-concepts-know-no-assembly': { 'src/cloud/stations/four.ts': "import '../server';" },
  'client-platform-knows-no-concept': { 'src/client/platform/one.ts': "import '../stations/store';" },
  'client-ui-knows-no-concept': { 'src/client/ui/one.ts': "import '../stations/store';" },
  'client-concepts-meet-at-root-store': { 'src/client/stations/three.ts': "import '../check-ins/queue';" },
  'stores-are-given-stores': { 'src/client/check-ins/one.ts': "import '../stations/store';" },
  'stores-know-no-screen': { 'src/client/stations/other-store.ts': "import 'react';" },
  'root-store-holds-the-riders': { 'src/client/root-store.ts': "import './stations/desk/codes-store';" },
};

const copy = '.out/rules';

function breakEveryRule() {
  rmSync(copy, { recursive: true, force: true });
  for (const path of ['src', 'package.json', 'tsconfig.json'])
    cpSync(path, join(copy, path), { recursive: true });
  for (const [path, text] of Object.values(breaches).flatMap(Object.entries)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), `${text}\n`);
  }
}

async function rulesBroken({ forbidden, options }) {
  const { cruise } = await import('dependency-cruiser');
  const { default: readTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config');
  const { output } = await cruise(
    ['src'],
    { ...options, validate: true, ruleSet: { forbidden } },
    {},
    { tsConfig: readTsConfig(resolve('tsconfig.json')) },
  );
  return new Set(output.summary.violations.map(({ rule }) => rule.name));
}

task(async () => {
  const rules = createRequire(import.meta.url)('../dependency-cruiser.cjs');
  breakEveryRule();
  process.chdir(copy);
  const broken = await rulesBroken(rules);
  process.chdir(root);
  rmSync(copy, { recursive: true });
  const unproven = rules.forbidden.map(({ name }) => name).filter((name) => !broken.has(name));
  if (unproven.length > 0)
    throw new StepFailed(`These rules did not notice a breach: ${unproven.join(', ')}`);
  console.log(`Each of the ${rules.forbidden.length} rules notices its breach.`);
});

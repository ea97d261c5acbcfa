import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../.out/journeys.json', import.meta.url));

export interface JourneyStep {
  name: string;
  /** Only the mini-program has setData. */
  setDataCalls?: number;
  setDataBytes?: number;
}

export interface Journey {
  name: string;
  platform: 'weapp' | 'h5';
  passed: boolean;
  steps: JourneyStep[];
}

/** Walks one step; with what it cost, when it cost something. */
export type Walk = (name: string, act: () => Promise<Omit<JourneyStep, 'name'> | undefined>) => Promise<void>;

function readJourneys(): Journey[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Journey[];
  } catch {
    return [];
  }
}

/** Beside what the other platform has written; a journey of the same name is walked anew. */
function keep(journey: Journey): void {
  const others = readJourneys().filter(
    ({ name, platform }) => name !== journey.name || platform !== journey.platform,
  );
  mkdirSync(new URL('.', `file://${file}`), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${JSON.stringify([...others, journey], null, 2)}\n`);
  renameSync(own, file);
}

function tableOf({ name, platform, steps }: Journey): string {
  const lines = steps.map((step) =>
    step.setDataCalls === undefined
      ? `  ${step.name}`
      : `  ${String(step.setDataCalls).padStart(4)} setData ${String(step.setDataBytes).padStart(7)} B  ${step.name}`,
  );
  return `${platform}: ${name}\n${lines.join('\n')}\n`;
}

/** Walks a journey step by step; prints what each cost and keeps it in .out/journeys.json, also when it fails. */
export async function recordJourney(
  { name, platform }: Pick<Journey, 'name' | 'platform'>,
  walkAll: (walk: Walk) => Promise<void>,
): Promise<void> {
  const journey: Journey = { name, platform, passed: false, steps: [] };
  try {
    await walkAll(async (step, act) => {
      const cost = await act();
      journey.steps.push({ name: step, ...cost });
    });
    journey.passed = true;
  } finally {
    keep(journey);
    process.stdout.write(tableOf(journey));
  }
}

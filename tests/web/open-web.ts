import gcoord from 'gcoord';
import type { Browser } from 'playwright-core';
import { meTexts } from '../../src/client/settings/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { launchBrowser, lookAt, phoneScreen, visit, type Visit, type VisitOptions } from './browser';
import { openTab, press, see, signInAs } from './rider-web';

/** One screen of a journey. */
export type Step = ReturnType<typeof lookAt>;

/** The built web app, served by the real cloud, and browsers to open it in. */
export class OpenWeb {
  private guests: Visit[] = [];

  private constructor(
    readonly cloud: JourneyCloud,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<OpenWeb> {
    const cloud = await startJourneyCloud();
    return new OpenWeb(cloud, await launchBrowser());
  }

  /** Opens the app on a phone unless said otherwise, in another browser when given. */
  async enter(path = '', options: Partial<VisitOptions> = {}, browser = this.browser): Promise<Visit> {
    const guest = await visit(browser, this.cloud.url + path, { ...phoneScreen, ...options });
    this.guests.push(guest);
    return guest;
  }

  walk(guest: Visit, name: string, act: (step: Step) => Promise<void>, pictures = name): Promise<void> {
    return recordJourney({ name, platform: 'h5' }, (walk) => act(lookAt(walk, guest, pictures)));
  }

  /** What the cloud knows of the visits of whoever is signed in there. */
  async visitsOf({ page }: Visit): Promise<number> {
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    const token = /"token[\\"]*:[\\"]*([\w-]+)/.exec(kept)?.[1] ?? '';
    return (await this.cloud.checkInsOf(token)).length;
  }

  async leave(): Promise<void> {
    await Promise.all(this.guests.splice(0).map(({ context }) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.cloud.close();
  }
}

/** From any tab: signs in with a demonstration account. */
export async function signIn({ page }: Visit, nickname: string): Promise<void> {
  await openTab(page, '我的');
  await press(page, meTexts.signIn);
  await signInAs(page, nickname);
  await see(page, nickname);
}

/** What a browser would say standing there: WGS-84. */
export function standingAt({ lat, lng }: { lat: number; lng: number }) {
  const [longitude, latitude] = gcoord.transform([lng, lat] as [number, number], gcoord.GCJ02, gcoord.WGS84);
  return { latitude, longitude };
}

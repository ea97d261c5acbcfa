import { categoryTexts } from '../category-text';
import type { ShopDraft } from '../shop-draft';
import { changedTexts as texts, viewTexts } from './texts';

export interface Agreement {
  readonly agreementFrom: string | null;
  readonly agreementTo: string | null;
}

/** All that is written down about a shop. */
export type Written = ShopDraft & Agreement;

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** What somebody else made of a shop, one line for each fact. */
export function whatChanged(before: Written, after: Written): string[] {
  const { name, category, address, lng, lat, phone, hours, agreementFrom, agreementTo } = after;
  const lines: [boolean, string][] = [
    [before.name !== name, texts.name(name)],
    [before.category !== category, texts.category(categoryTexts[category])],
    [before.address !== address, texts.address(address)],
    [before.lng !== lng || before.lat !== lat, texts.position],
    [before.phone !== phone, texts.phone(phone || viewTexts.noPhone)],
    [differ(before.hours, hours), texts.hours],
    [before.agreementFrom !== agreementFrom || before.agreementTo !== agreementTo, texts.agreement],
  ];
  return lines.filter(([isChanged]) => isChanged).map(([, line]) => line);
}

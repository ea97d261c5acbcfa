import type { ReportCategory } from '../../../contract/reports';

const dangerous = new Set<ReportCategory>(['safety_hazard', 'e_bike_charging']);
const alarming = /着火|起火|火灾|明火|冒烟|燃气|煤气|漏气|爆炸|触电|漏电/;

/** Something that cannot wait for the community: fire, gas. */
export const mayBeEmergency = (category: ReportCategory | null, words: string): boolean =>
  (category !== null && dangerous.has(category)) || alarming.test(words);

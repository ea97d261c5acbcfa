import type { PersonSummary } from '../../../contract/people';
import { companyNames } from '../../../contract/people';
import { deskTexts } from './texts';

/** Whom one rides for and the masked number. */
export function personHint({ company, maskedPhone }: PersonSummary): string {
  return [company ? companyNames[company] : deskTexts.noCompany, maskedPhone ?? deskTexts.noPhone].join(
    ' · ',
  );
}

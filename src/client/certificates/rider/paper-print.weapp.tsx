/** Nothing is printed from a phone: its paper is the PDF. */
export const PaperPrint = (): null => null;

/** What somebody at a desk searches for: a number as people write it, else words. */
export function searchedIn(text: string) {
  const search = text.trim();
  const number = /^[#＃]?(\d{1,9})$/.exec(search)?.[1];
  if (number !== undefined) return { number: Number(number), search: null, indexed: null };
  if (search === '') return { number: null, search: null, indexed: null };
  // The index knows of two neighbouring letters.
  return { number: null, search, indexed: /^.$/su.test(search) ? null : search };
}

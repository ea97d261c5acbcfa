/** What staff write of one. */
export const elderFacts = {
  name: '王秀英',
  called: '王奶奶',
  address: '藕塘新村 3 幢 201',
  phone: '055112345678',
  showsPhone: false,
  needs: '带一袋米，说话大声些',
  note: '儿子在外地',
  volunteerIds: [] as string[],
};

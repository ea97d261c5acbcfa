import { definePage } from '../ui/route';

export const codeRoutes = {
  /** To be printed. `target`: `station` or `merchant`. */
  poster: definePage('codes/desk/poster', 'target', 'id'),
};

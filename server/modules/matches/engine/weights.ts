import type { Model } from './model.ts';
import weights from './weights.json' with { type: 'json' };

/** Learned by `npm run matches:learn` from labelled pairs; never edited by hand. */
export const model: Model = weights;

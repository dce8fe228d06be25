import type { TreeNode } from '../../server/modules/matches/engine/model.ts';
import { sigmoid, type Directions, type Example } from './logistic.ts';

export interface TreeOptions {
  rounds: number;
  depth: number;
  /** Share of each tree's advice that is taken. */
  rate: number;
  /** Least sum of second derivatives in a leaf: how much evidence a leaf must rest on. */
  leaf: number;
  ridge: number;
}

interface Split {
  feature: number;
  threshold: number;
  gain: number;
  left: Int32Array;
  right: Int32Array;
}

interface Bounds {
  low: number;
  high: number;
}

const binCount = 32;

/** Gradient boosting of small regression trees for the logistic loss; splits respect the directions of the features. */
export function learnTrees(examples: readonly Example[], directions: Directions, options: TreeOptions): TreeNode[] {
  const odds = new Float64Array(examples.length);
  const share = examples.filter(({ same }) => same).length / examples.length;
  const start = Math.log(share / (1 - share));
  odds.fill(start);
  const trees: TreeNode[] = [{ value: start }];
  const bins = binned(examples, directions.length);
  const all = Int32Array.from(examples.keys());
  for (let round = 0; round < options.rounds; round += 1) {
    const slopes = Float64Array.from(examples, ({ same }, i) => (same ? 1 : 0) - sigmoid(odds[i]!));
    const curves = Float64Array.from(examples, (_, i) => sigmoid(odds[i]!) * (1 - sigmoid(odds[i]!)));
    const grower = new Grower({ ...bins, slopes, curves, directions, options });
    const tree = grower.grow(all, options.depth, { low: -Infinity, high: Infinity });
    trees.push(tree);
    examples.forEach(({ x }, i) => (odds[i]! += valueAt(tree, x)));
  }
  return trees;
}

function valueAt(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.feature !== undefined) node = (x[node.feature]! <= node.threshold! ? node.left : node.right) as TreeNode;
  return node.value;
}

interface Bins {
  /** Upper ends of the bins of each feature. */
  edges: number[][];
  /** Bin of each example, per feature. */
  of: Uint8Array[];
}

function binned(examples: readonly Example[], count: number): Bins {
  const edges: number[][] = [];
  const of: Uint8Array[] = [];
  for (let feature = 0; feature < count; feature += 1) {
    const values = [...new Set(examples.map(({ x }) => x[feature]!))].toSorted((a, b) => a - b);
    const step = Math.max(1, values.length / binCount);
    const ends = Array.from({ length: Math.min(binCount, values.length) }, (_, i) =>
      values[Math.min(values.length - 1, Math.floor((i + 1) * step) - 1)]!,
    );
    edges.push(ends);
    of.push(Uint8Array.from(examples, ({ x }) => lowestAtLeast(ends, x[feature]!)));
  }
  return { edges, of };
}

function lowestAtLeast(ends: readonly number[], value: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface GrowerInput extends Bins {
  slopes: Float64Array;
  curves: Float64Array;
  directions: Directions;
  options: TreeOptions;
}

class Grower {
  readonly #in: GrowerInput;

  constructor(input: GrowerInput) {
    this.#in = input;
  }

  grow(members: Int32Array, depth: number, bounds: Bounds): TreeNode {
    const { options, directions, slopes, curves } = this.#in;
    const value = this.#value(sum(members, slopes), sum(members, curves), bounds);
    const split = depth === 0 ? undefined : this.#best(members, bounds);
    if (!split) return { value: round(options.rate * value) };
    const middle =
      (this.#value(sum(split.left, slopes), sum(split.left, curves), bounds) +
        this.#value(sum(split.right, slopes), sum(split.right, curves), bounds)) /
      2;
    const below = { low: bounds.low, high: middle };
    const above = { low: middle, high: bounds.high };
    const direction = directions[split.feature]!;
    return {
      value: round(options.rate * value),
      feature: split.feature,
      threshold: split.threshold,
      left: this.grow(split.left, depth - 1, direction === 0 ? bounds : direction > 0 ? below : above),
      right: this.grow(split.right, depth - 1, direction === 0 ? bounds : direction > 0 ? above : below),
    };
  }

  #value(slope: number, curve: number, { low, high }: Bounds): number {
    return Math.min(high, Math.max(low, slope / (curve + this.#in.options.ridge)));
  }

  #best(members: Int32Array, bounds: Bounds): Split | undefined {
    let best: { feature: number; bin: number; gain: number } | undefined;
    for (let feature = 0; feature < this.#in.directions.length; feature += 1) {
      const found = this.#bestOf(members, feature, bounds);
      if (found && found.gain > (best?.gain ?? 1e-6)) best = { feature, ...found };
    }
    if (!best) return undefined;
    const { feature, bin, gain } = best;
    const bins = this.#in.of[feature]!;
    return {
      feature,
      gain,
      threshold: this.#in.edges[feature]![bin]!,
      left: members.filter((i) => bins[i]! <= bin),
      right: members.filter((i) => bins[i]! > bin),
    };
  }

  #bestOf(members: Int32Array, feature: number, bounds: Bounds): { bin: number; gain: number } | undefined {
    const { of, edges, slopes, curves, options, directions } = this.#in;
    const bins = of[feature]!;
    const slopeOf = new Float64Array(binCount);
    const curveOf = new Float64Array(binCount);
    let [slopeAll, curveAll] = [0, 0];
    for (let k = 0; k < members.length; k += 1) {
      const i = members[k]!;
      const bin = bins[i]!;
      slopeOf[bin]! += slopes[i]!;
      curveOf[bin]! += curves[i]!;
      slopeAll += slopes[i]!;
      curveAll += curves[i]!;
    }
    const fit = (slope: number, curve: number): number => (slope * slope) / (curve + options.ridge);
    let best: { bin: number; gain: number } | undefined;
    let [slope, curve] = [0, 0];
    for (let bin = 0; bin + 1 < edges[feature]!.length; bin += 1) {
      slope += slopeOf[bin]!;
      curve += curveOf[bin]!;
      if (curve < options.leaf || curveAll - curve < options.leaf) continue;
      const rise = this.#value(slopeAll - slope, curveAll - curve, bounds) - this.#value(slope, curve, bounds);
      if (rise * directions[feature]! < 0) continue;
      const gain = fit(slope, curve) + fit(slopeAll - slope, curveAll - curve) - fit(slopeAll, curveAll);
      if (gain > (best?.gain ?? 0)) best = { bin, gain };
    }
    return best;
  }
}

function sum(members: Int32Array, values: Float64Array): number {
  let total = 0;
  for (let k = 0; k < members.length; k += 1) total += values[members[k]!]!;
  return total;
}

const round = (value: number): number => Number(value.toFixed(5));

/** One labelled pair: feature values and whether it is the same matter. */
export interface Example {
  x: readonly number[];
  same: boolean;
}

/** 1 or -1 where a feature may speak only for or only against, 0 where it is free. */
export type Directions = readonly number[];

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Logistic regression with ridge penalty by Newton's method. A weight that would point against its direction is fixed at
 * zero and the rest learned again, so that a chance of the sample cannot turn a likeness into a fault.
 */
export function learnLogistic(
  examples: readonly Example[],
  directions: Directions,
  ridge: number,
): { intercept: number; weights: number[] } {
  const free = new Set(directions.keys());
  for (;;) {
    const beta = newton(examples, [...free], ridge);
    const wrong = [...free].filter((feature, i) => beta[i + 1]! * directions[feature]! < 0);
    if (wrong.length === 0) {
      const weights = directions.map(() => 0);
      [...free].forEach((feature, i) => (weights[feature] = beta[i + 1]!));
      return { intercept: beta[0]!, weights };
    }
    for (const feature of wrong) free.delete(feature);
  }
}

function newton(examples: readonly Example[], chosen: readonly number[], ridge: number): number[] {
  const size = chosen.length + 1;
  const beta = new Float64Array(size);
  const rows = examples.map(({ x }) => Float64Array.from([1, ...chosen.map((feature) => x[feature]!)]));
  for (let round = 0; round < 25; round += 1) {
    const gradient = Float64Array.from(beta, (value, i) => (i === 0 ? 0 : -ridge * value));
    const hessian = new Float64Array(size * size);
    for (let i = 1; i < size; i += 1) hessian[i * size + i] = ridge;
    examples.forEach(({ same }, i) => accumulate({ gradient, hessian, beta }, rows[i]!, same));
    const step = solve(hessian, gradient);
    step.forEach((value, i) => (beta[i]! += value));
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return [...beta];
}

interface Sums {
  beta: Float64Array;
  gradient: Float64Array;
  hessian: Float64Array;
}

function accumulate({ beta, gradient, hessian }: Sums, row: Float64Array, same: boolean): void {
  const size = row.length;
  let odds = 0;
  for (let i = 0; i < size; i += 1) odds += row[i]! * beta[i]!;
  const expected = sigmoid(odds);
  const error = (same ? 1 : 0) - expected;
  const spread = expected * (1 - expected);
  for (let i = 0; i < size; i += 1) {
    gradient[i]! += error * row[i]!;
    const scaled = spread * row[i]!;
    if (scaled === 0) continue;
    for (let j = 0; j < size; j += 1) hessian[i * size + j]! += scaled * row[j]!;
  }
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: Float64Array, right: Float64Array): number[] {
  const size = right.length;
  const rows = [...right].map((value, i) => [...matrix.subarray(i * size, (i + 1) * size), value]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]!;
    for (let i = 0; i < size; i += 1) {
      const factor = i === column ? 0 : rows[i]![column]! / (lead[column]! || 1e-12);
      if (factor !== 0) for (let j = column; j <= size; j += 1) rows[i]![j]! -= factor * lead[j]!;
    }
  }
  return rows.map((row, i) => row[size]! / (row[i]! || 1e-12));
}

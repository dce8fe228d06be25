import { AppError } from './errors.ts';

/** VERSION_CONFLICT where the caller has seen another version than the current one. */
export function expectVersion(current: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === current) return;
  throw new AppError('VERSION_CONFLICT', {
    field: 'input.expectedVersion',
    extensions: { currentVersion: current },
    params: { current },
  });
}

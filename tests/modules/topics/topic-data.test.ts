import { describe, expect, it } from '@jest/globals';
import { topicRows } from '../../../server/modules/topics/topic.data.ts';

const CODES = [
  'LAND',
  'PLANNING',
  'TRANSPORT',
  'DRAINAGE',
  'WATER',
  'POWER_TELECOM',
  'ENVIRONMENT',
  'AGRICULTURE',
  'EDUCATION',
  'HEALTH',
  'SOCIAL_POLICY',
  'LABOUR',
  'CULTURE_SPORT',
  'PUBLIC_ORDER',
  'ADMIN_PROCEDURE',
  'ORGANISATION',
  'DISASTER',
  'DIGITAL',
  'BUDGET_CONTRIB',
  'OTHER',
];

describe('topics', () => {
  it('has no code, id or name twice', () => {
    for (const key of ['id', 'code', 'nameVi', 'nameEn', 'position'] as const) {
      expect(new Set(topicRows().map((row) => row[key])).size).toBe(CODES.length);
    }
  });

  it('is the agreed list in its order, with positions from 1', () => {
    expect(topicRows().map((row) => row.code)).toEqual(CODES);
    expect(topicRows().map((row) => row.position)).toEqual(CODES.map((_, i) => i + 1));
  });

  it('is the same on every call and in NFC', () => {
    expect(topicRows()).toEqual(topicRows());
    for (const { nameVi, nameEn } of topicRows()) {
      expect(nameVi).toBe(nameVi.normalize('NFC'));
      expect(nameEn).toMatch(/^[ -~]+$/);
    }
  });
});

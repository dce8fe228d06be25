import type { AppError } from '../errors.ts';
import { messageTable, type MessageKey } from './message-table.ts';

export type Locale = 'vi' | 'en';

const maxRanges = 20;

/** The language of an Accept-Language header; Vietnamese unless English is preferred to it. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = 'vi';
  let bestWeight = 0;
  for (const range of (acceptLanguage ?? '').split(',', maxRanges)) {
    const [tag = '', ...parameters] = range.split(';');
    const locale = localeOfTag(tag.trim().toLowerCase());
    const weight = locale === null ? 0 : weightOf(parameters);
    if (locale !== null && weight > bestWeight) {
      best = locale;
      bestWeight = weight;
    }
  }
  return best;
}

function localeOfTag(tag: string): Locale | null {
  const language = tag.split('-', 1)[0];
  return language === 'vi' || language === '*' ? 'vi' : language === 'en' ? 'en' : null;
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.map((text) => /^\s*q=(.*)$/i.exec(text)?.[1]).find((text) => text !== undefined);
  return weight === undefined ? 1 : Number(weight) || 0;
}

/** The message of an error for a person; never more than the table and the error's `params` say. */
export function messageFor(error: AppError, locale: Locale): string {
  const { messageKey, params = {} } = error.details;
  const key =
    messageKey !== undefined && Object.hasOwn(messageTable, messageKey) ? (messageKey as MessageKey) : error.code;
  return messageTable[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

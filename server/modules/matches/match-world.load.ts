import type { JobTx } from '../../platform/jobs/job.ts';
import { lexiconOf, type Lexicon, type LexiconRow } from '../../platform/text/lexicon.ts';
import type { MatchDocument } from './engine/document.ts';
import { indexTerms } from './engine/engine.ts';
import type { CorpusStatistics, MatchWorld } from './engine/engine.types.ts';
import { gazetteerOf, type Gazetteer, type GazetteerArea, type GazetteerLineage } from './engine/gazetteer.ts';
import { termNumber } from './match.terms.ts';

const tablesForMs = 60_000;
/** Of a small corpus each issue changes what is rare; of a large one a minute changes nothing. */
const figuresForMs = (documents: number): number => Math.min(60_000, documents * 2);
const maxFrequencies = 200_000;

/** What one process remembers of the tables. */
interface Memory {
  tables: { lexicon: Lexicon; gazetteer: Gazetteer; at: number } | null;
  figures: { documents: number; frequencies: Map<string, number>; at: number } | null;
}

const memories = new WeakMap<object, Memory>();

/** What the engine knows besides the texts; its statistics answer for the terms of documents that were loaded by {@link knowTerms}. */
export async function loadWorld(tx: JobTx): Promise<MatchWorld> {
  const memory = memories.get(tx.scope) ?? { tables: null, figures: null };
  memories.set(tx.scope, memory);
  const now = tx.now.getTime();
  if (!memory.tables || now - memory.tables.at > tablesForMs) memory.tables = { ...(await loadTables(tx)), at: now };
  const { figures } = memory;
  if (!figures || now - figures.at >= figuresForMs(figures.documents) || figures.frequencies.size > maxFrequencies) {
    const [row] = await tx.query<{ documents: number }>('select count(*)::int as documents from matching.document');
    memory.figures = { documents: row!.documents, frequencies: new Map(), at: now };
  }
  const { documents, frequencies } = memory.figures!;
  const statistics: CorpusStatistics = { documents, frequency: (term) => frequencies.get(term) ?? 0 };
  const { lexicon, gazetteer } = memory.tables;
  return { lexicon, gazetteer, statistics };
}

/** Looks up how often the terms of these documents occur, of those not known yet. */
export async function knowTerms(tx: JobTx, documents: readonly MatchDocument[]): Promise<void> {
  const known = memories.get(tx.scope)!.figures!.frequencies;
  const missing = new Set(documents.flatMap((document) => indexTerms(document)).filter((term) => !known.has(term)));
  if (missing.size === 0) return;
  const rows = await tx.query<{ term: string; documents: number }>(
    'select term::text as term, documents from matching.term where term = any($1::bigint[])',
    [[...missing].map(termNumber)],
  );
  const found = new Map(rows.map((row) => [Number(row.term), row.documents]));
  for (const term of missing) known.set(term, found.get(termNumber(term)) ?? 0);
}

async function loadTables(tx: JobTx): Promise<{ lexicon: Lexicon; gazetteer: Gazetteer }> {
  const rows = await tx.query<LexiconRow>('select kind, term, meaning from lexicon where active order by position');
  const areas = await tx.query<GazetteerArea>(
    `select id, name, kind, parent_id as "parentId", valid_from::text as "validFrom", valid_to::text as "validTo"
      from area order by id`,
  );
  const lineage = await tx.query<GazetteerLineage>(
    'select from_id as "fromId", to_id as "toId", partial from area_lineage order by from_id, to_id',
  );
  return { lexicon: lexiconOf(rows), gazetteer: gazetteerOf(areas, lineage) };
}

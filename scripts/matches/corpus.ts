import { readFileSync } from 'node:fs';
import { areaLineageRows, areaRows } from '../../server/modules/areas/area.data.ts';
import { describeIssue, type MatchDocument } from '../../server/modules/matches/engine/document.ts';
import { indexTerms } from '../../server/modules/matches/engine/terms.ts';
import type { CorpusStatistics, MatchWorld } from '../../server/modules/matches/engine/engine.types.ts';
import { gazetteerOf } from '../../server/modules/matches/engine/gazetteer.ts';
import { lexiconOf, type LexiconRow } from '../../server/platform/text/lexicon.ts';
import { lexiconRows } from '../../server/platform/text/lexicon.data.ts';

/** A line of the labelled file; everything below `channel` is the answer and stays out of the engine. */
interface LabelledIssue {
  id: string;
  title: string;
  description: string;
  topic: string;
  area: string;
  collectedOn: string;
  matter: string | null;
  hardNegativeOf?: string[];
}

export interface Corpus {
  issues: LabelledIssue[];
  documents: MatchDocument[];
  world: MatchWorld;
}

const topics: Readonly<Record<string, string>> = {
  TRAFFIC: 'TRANSPORT',
  WATER_SUPPLY: 'WATER',
  ELECTRICITY: 'POWER_TELECOM',
  SECURITY: 'PUBLIC_ORDER',
  PUBLIC_SERVICES: 'ADMIN_PROCEDURE',
  CONSTRUCTION: 'PLANNING',
  MARKET_PRICES: 'OTHER',
  CULTURE: 'CULTURE_SPORT',
  DISASTER_RELIEF: 'DISASTER',
};

const developmentFile = new URL('../../tests/data/xref-dev.jsonl', import.meta.url);

export function readCorpus(
  file: URL | string = developmentFile,
  lexicon: readonly LexiconRow[] = lexiconRows(),
): Corpus {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const issues = lines.map((line) => JSON.parse(line) as LabelledIssue);
  const areas = areaRows();
  const gazetteer = gazetteerOf(areas, areaLineageRows());
  const today = new Map(areas.filter(({ validTo }) => validTo === null).map(({ name, id }) => [name, id]));
  const empty = { lexicon: lexiconOf(lexicon), gazetteer, statistics: { documents: 0, frequency: () => 0 } };
  const documents = issues.map(({ id, title, description, topic, area, collectedOn }) => {
    const areaId = today.get(area);
    if (areaId === undefined) throw new Error(`${id}: unknown area ${area}`);
    const topicCode = topics[topic] ?? topic;
    return describeIssue({ id, title, description, place: null, topicCode, areaId, collectedOn }, empty);
  });
  return { issues, documents, world: { ...empty, statistics: statisticsOf(documents) } };
}

export function statisticsOf(documents: readonly MatchDocument[]): CorpusStatistics {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const term of indexTerms(document)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { documents: documents.length, frequency: (term) => counts.get(term) ?? 0 };
}

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readCorpus } from './matches/corpus.ts';
import { learnModel } from './matches/learning.ts';
import { PairTable } from './matches/pairs.ts';
import { shortlist } from './matches/settings.ts';

// Learns the weights of the matching engine from the labelled issues and writes them with a version of their own.
const target = new URL('../server/modules/matches/engine/weights.json', import.meta.url);
const corpus = readCorpus();
const learned = learnModel(corpus, new PairTable(corpus, shortlist), () => true);
const version = createHash('sha256').update(JSON.stringify(learned)).digest('hex').slice(0, 8);
writeFileSync(target, `${JSON.stringify({ version, ...learned }, null, 2)}\n`);
console.log(`${target.pathname}: version ${version}`);

import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Services } from './platform/context.ts';
import type { Fanout } from './platform/events/fanout.ts';

import { env } from 'node:process';
import fc from 'fast-check';

/**
 * fast-check, from which all tests of properties have it. The same values each time, so that the gate speaks of the change
 * and not of its luck: `PROPERTY_SEED=$RANDOM npm run test:quick` tries others, and what they find becomes an example.
 */
fc.configureGlobal({ seed: Number(env.PROPERTY_SEED ?? 20_261_127) });

export { fc };

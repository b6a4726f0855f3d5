import { matchesGlob, relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { onBoth } from './pure-rooms.ts';

/** Says at the end of a run how many tests of the Abo were run on which database. */
export default class CountByDatabase implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ofAbo = modules.filter(({ project, moduleId }) => {
      const file = relative(project.config.root, moduleId);
      return project.name === 'postgres' || onBoth.some((glob) => matchesGlob(file, glob));
    });
    if (ofAbo.length === 0) return;
    const passed = (isWanted: (module: TestModule) => boolean) =>
      ofAbo.filter(isWanted).reduce((sum, { children }) => sum + [...children.allTests('passed')].length, 0);
    const onPostgres = passed(({ project }) => project.name === 'postgres');
    const onSqlite = passed(({ project }) => project.name !== 'postgres');
    console.log(`SQLite: ${onSqlite} tests, PostgreSQL: ${onPostgres} tests`);
  }
}

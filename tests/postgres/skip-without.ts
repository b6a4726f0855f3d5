import { beforeEach, inject } from 'vitest';

// Visible in every report: these tests didn't run, and what lets them.
beforeEach(({ skip }) => {
  if (inject('postgres') === undefined) skip('PostgreSQL is not installed (apt-get install postgresql)');
});

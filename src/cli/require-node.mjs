// Plain JavaScript of any age, so that an old Node can read it and say what is wrong instead of failing on new syntax.
const needed = 26;
const found = Number(process.versions.node.split('.')[0]);
if (found < needed) {
  console.error(
    'Kurrende braucht Node ' +
      needed +
      ' oder neuer, hier läuft Node ' +
      process.versions.node +
      '.\n' +
      'Unter Linux und Windows bringt „npm ci“ das richtige Node mit; rufen Sie Befehle mit „npm run …“ oder „npx …“ auf.\n' +
      'Auf anderen Systemen installieren Sie Node ' +
      needed +
      ' (LTS) von nodejs.org und versuchen es noch einmal.',
  );
  process.exit(1);
}

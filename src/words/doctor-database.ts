/** What `npm run doctor` says of a PostgreSQL server. */
import { plural } from './phrases.ts';

const dotted = (version: number) => `${Math.floor(version / 10_000)}.${version % 10_000}`;

export const databaseWords = {
  topic: 'PostgreSQL',
  right: (place: string, version: number, encoding: string, collation: string) =>
    `${place}: PostgreSQL ${dotted(version)}, ${encoding}, sortiert nach ${collation}; verglichen wird byteweise.`,
  old: (version: number) =>
    `Der Server ist PostgreSQL ${dotted(version)}; gebraucht wird 13 oder neuer. Aktualisieren Sie ihn.`,
  encoding: (encoding: string) =>
    `Die Datenbank hat die Kodierung ${encoding}; Umlaute in Namen und Texten gingen verloren. Legen Sie eine mit UTF8 an, und ziehen Sie mit „abo move“ dorthin um.`,
  encodingRemedy: "CREATE DATABASE kurrende OWNER kurrende ENCODING 'UTF8' TEMPLATE template0;",
  noSchema:
    'In der Datenbank gibt es kein Schema, in dem unsere Tabellen liegen könnten (search_path). Legen Sie eines an.',
  noSchemaRemedy: 'CREATE SCHEMA public AUTHORIZATION kurrende;',
  mayNotCreate:
    'Unser Name darf keine Tabellen anlegen: Der Dienst kann sie weder einrichten noch auf eine neue Fassung bringen.',
  mayNotCreateRemedy: 'GRANT CREATE ON SCHEMA public TO kurrende;',
  foreignTables: (count: number) =>
    `${plural(count, 'Tabelle gehört', 'Tabellen gehören')} einem anderen Namen: Was gelöscht wird, lässt sich aus ihren Dateien nicht entfernen. Übertragen Sie sie unserem Namen.`,
  foreignTablesRemedy: 'REASSIGN OWNED BY ANDERER TO kurrende;',
  noLocks:
    'Sperren (pg_try_advisory_lock) halten hier nicht von einer Verbindung zur anderen: Dienst und Versand wüssten nicht voneinander. Nennen Sie in DATABASE_URL den Server selbst.',
  clock: (seconds: number) =>
    `Die Uhr dieses Rechners geht ${plural(Math.abs(seconds), 'Sekunde', 'Sekunden')} ${seconds > 0 ? 'vor' : 'nach'}, verglichen mit der des Datenbankservers. Alle Rechner brauchen dieselbe Zeit, sonst gelten Links und Grenzen verschieden lange.`,
  clockRemedy: 'timedatectl set-ntp true',
  connections: (open: number, most: number) =>
    `Der Server nimmt ${most} Verbindungen an, ${open} sind offen, die anderer Datenbanken mitgezählt. Jeder Dienst und jeder Versand braucht bis zu elf; erhöhen Sie max_connections.`,
  listMissing:
    'BACKUP_DIR ist nicht gesetzt: Die Liste der Abmeldungen liegt dann auf jedem Rechner für sich, und eine Sicherung brächte Abgemeldete zurück. Nennen Sie überall denselben, gemeinsam eingehängten Ordner.',
  listMissingRemedy: 'BACKUP_DIR=/var/backups/kurrende',
  listElsewhere: (count: number) =>
    `${plural(count, 'Abmeldung steht', 'Abmeldungen stehen')} nicht in leavers.jsonl in BACKUP_DIR, obwohl ein Rechner sie vermerkt hat: Er führt die Liste an einem anderen Ort. Hängen Sie überall denselben Ordner ein, und legen Sie die Zeilen seiner Liste dazu.`,
  listShared: 'Die Liste der Abmeldungen in BACKUP_DIR kennt alle, auch die anderer Rechner.',
};

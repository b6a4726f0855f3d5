/** What keeps the Abo’s data from being opened, or its service from starting, in a sentence for those who run it. */

/** What a database server says or doesn't; `address` is without a password. */
const ofServer = {
  damaged: (address: string) =>
    `Der Datenbankserver meldet einen Schaden an ${address}. Sehen Sie in sein Protokoll, und holen Sie notfalls die Sicherung zurück.`,
  busy: (address: string) =>
    `${address} ist zu beschäftigt: Zehn Sekunden lang kam niemand an die Reihe. Versuchen Sie es noch einmal.`,
  crowded: (address: string) =>
    `${address} nimmt keine Verbindung mehr an: Die Grenze des Servers (max_connections) oder die der Datenbank oder dieses Namens (CONNECTION LIMIT) ist erreicht. Nicht nur andere Programme brauchen welche: Jeder Dienst und jeder Versand der Kurrende nimmt bis zu elf. Erhöhen Sie die Grenze, oder halten Sie an, was nicht gebraucht wird.`,
  full: (address: string) =>
    `Der Datenbankserver von ${address} hat keinen Platz mehr. Schaffen Sie dort Platz; verloren ist nichts.`,
  'read-only': (address: string) =>
    `${address} lässt sich nur lesen. Nennt DATABASE_URL eine Kopie, die dem eigentlichen Server folgt?`,
  'no-access': (address: string) =>
    `In ${address} darf unser Name nicht, was er muss: sich verbinden, Tabellen anlegen, lesen und beschreiben. Geben Sie ihm die Datenbank: ALTER DATABASE … OWNER TO …, und Tabellen eines anderen Namens mit REASSIGN OWNED BY … TO ….`,
  login: (address: string) =>
    `Der Datenbankserver ${address} nimmt Name und Kennwort nicht an, oder es ist kein Kennwort gesetzt. Berichtigen Sie sie: den Namen in der Adresse, das Kennwort in der Datei, die DATABASE_PASSWORD_FILE nennt.`,
  'not-admitted': (address: string) =>
    `Der Datenbankserver ${address} lässt diesen Namen von hier nicht zu. Gibt es den Namen, darf er sich anmelden (LOGIN), und lässt pg_hba.conf ihn von dieser Maschine in diese Datenbank? Verlangt der Server Verschlüsselung, hängen Sie ?sslmode=verify-full an die Adresse.`,
  'no-database': (address: string) =>
    `Auf dem Datenbankserver gibt es ${address} nicht. Berichtigen Sie den Namen der Datenbank in der Adresse, oder legen Sie sie an: CREATE DATABASE … OWNER … ENCODING 'UTF8' TEMPLATE template0.`,
  'no-tls': (address: string) =>
    `Der Datenbankserver ${address} bietet keine Verschlüsselung an, die Adresse verlangt sie aber (sslmode). Schalten Sie sie auf dem Server ein (ssl = on), oder nehmen Sie sslmode aus der Adresse, wenn der Weg dorthin niemandem sonst gehört.`,
  certificate: (address: string) =>
    `Dem Zertifikat des Datenbankservers ${address} wird nicht vertraut. Gilt es noch, und steht der Rechner aus der Adresse darin? Kommt es von einer eigenen CA, hängen Sie &sslrootcert=/pfad/zur/ca.pem an die Adresse.`,
  refused: (address: string) =>
    `Bei ${address} nimmt niemand Verbindungen an. Läuft der Datenbankserver, und stimmen Rechner und Port?`,
  'not-found': (address: string) =>
    `Den Rechner in ${address} kennt der Nameserver nicht. Berichtigen Sie seinen Namen in der Adresse.`,
  unreachable: (address: string) =>
    `Der Datenbankserver ${address} antwortet nicht. Läuft er, und ist er von dieser Maschine aus zu erreichen?`,
  moved: (address: string) => `Die Daten aus ${address} sind umgezogen; hier wird nichts mehr geändert.`,
  newer: (address: string) =>
    `Die Tabellen in ${address} stammen von einer neueren Fassung der Kurrende. Aktualisieren Sie diese Maschine.`,
};

/** What is wrong with the service's files, each as a sentence that says what to do. */
export const serviceErrors = {
  noFacts: (file: string) => `Die Angaben zur Website fehlen (${file}). „npm run build“ schreibt sie.`,
  brokenFacts: (file: string) =>
    `Die Angaben zur Website sind nicht lesbar (${file}). „npm run build“ schreibt sie neu.`,
  running: (folder: string) =>
    `Mit den Daten in ${folder} arbeitet schon ein Abo-Dienst. Halten Sie ihn an, oder geben Sie diesem mit DATA_DIR einen eigenen Ordner.`,
  noData: (place: string, setting: 'DATA_DIR' | 'DATABASE_URL') =>
    `In ${place} gibt es keine Daten eines Abos. Der Dienst legt sie bei seinem ersten Start an; liegen sie anderswo, sagt ${setting}, wo.`,
  database: {
    ...ofServer,
    damaged: (file: string) => `${file} ist beschädigt oder keine Datenbank. Holen Sie die Sicherung zurück.`,
    busy: (file: string) =>
      `${file} wird seit zehn Sekunden von einem anderen Programm beschrieben. Versuchen Sie es noch einmal.`,
    full: (file: string) => `Auf der Platte von ${file} ist kein Platz mehr. Schaffen Sie Platz; verloren ist nichts.`,
    'read-only': (file: string) =>
      `${file} lässt sich nur lesen. Ist die Platte nur zum Lesen eingehängt, oder gehört die Datei einem anderen Konto?`,
    'no-access': (file: string) =>
      `${file} lässt sich nicht öffnen oder beschreiben. Gehört der Ordner diesem Konto, und arbeitet die Platte fehlerfrei?`,
    moved: (file: string) => `Die Daten aus ${file} sind umgezogen; hier wird nichts mehr geändert.`,
    newer: (file: string) =>
      `${file} stammt von einer neueren Fassung der Kurrende. Aktualisieren Sie, oder holen Sie die Sicherung von davor zurück.`,
  },
  databaseServer: ofServer,
  certificateFile: (parameter: string, file: string) =>
    `${parameter} in der Adresse der Datenbank nennt ${file}; die Datei gibt es nicht, oder dieses Konto darf sie nicht lesen.`,
  pooled:
    'Zwischen der Kurrende und PostgreSQL teilt ein Verteiler (PgBouncer im Modus „transaction“) die Verbindungen auf. Sperren halten darin nicht, und E-Mails gingen doppelt hinaus: Nennen Sie in DATABASE_URL den Server selbst oder einen Verteiler im Modus „session“.',
  encoding: (address: string, encoding: string) =>
    `Die Datenbank ${address} hat die Kodierung ${encoding}; gebraucht wird UTF8, sonst gingen Zeichen verloren. Legen Sie eine neue an (CREATE DATABASE … OWNER … ENCODING 'UTF8' TEMPLATE template0), und nennen Sie sie in der Adresse. Liegen hier schon Abonnements, ziehen sie mit „npm run abo -- move ADRESSE“ dorthin um.`,
  movedTo: (place: string, target: string, moment: string) =>
    `Die Daten in ${place} sind am ${moment} umgezogen, nach ${target}. Von hier geht nichts mehr hinaus: Stellen Sie DATABASE_URL oder DATA_DIR auf den neuen Ort um.`,
  unfinishedMove: (place: string, source: string | undefined) =>
    `Der Umzug nach ${place} kam nicht bis zum Ende. Rufen Sie dort, wo die Daten herkommen${source === undefined ? '' : ` (${source})`}, denselben Befehl noch einmal auf: npm run abo -- move ZIEL`,
  unfinishedRestore: (place: string) =>
    `Das Zurückholen der Sicherung nach ${place} kam nicht bis zum Ende; was dort liegt, gilt nicht. Rufen Sie denselben Befehl noch einmal auf: npm run abo -- restore ORDNER`,
  movingNow: (place: string) =>
    `Die Daten in ${place} ziehen gerade um, oder jemand holt eine Sicherung zurück. Versuchen Sie es in ein paar Minuten noch einmal.`,
  noAbo: 'In content/site.md steht keine aboUrl. Ergänzen Sie die Adresse, unter der der Abo-Dienst zu erreichen ist.',
  databaseMissing: (file: string, key: string) =>
    `Die Datenbank ${file} fehlt, ihr Schlüssel ist aber da. Ist der Datenträger eingehängt? Sonst holen Sie die Sicherung zurück. Nur wenn es nie Abonnements gab, löschen Sie ${key}; dann beginnt der Dienst mit einer leeren Liste.`,
  keyMissing: (file: string) =>
    `Der Schlüssel ${file} fehlt, die Datenbank gibt es aber. Holen Sie ihn aus der Sicherung zurück: Ohne ihn erkennt der Dienst nicht, wer sich abgemeldet hat.`,
  keyWrong: (file: string) =>
    `Der Schlüssel ${file} gehört nicht zu dieser Datenbank. Holen Sie beide aus derselben Sicherung zurück.`,
  keyBroken: (file: string) => `Die Datei ${file} enthält keinen Schlüssel. Holen Sie sie aus der Sicherung zurück.`,
};

interface Barred {
  path: string;
  /** Whose command it is. */
  account: string;
  /** The number of the account that the path belongs to, and its rights as `chmod` writes them. */
  owner: number | undefined;
  rights: string | undefined;
}

export const accessErrors = {
  mayNot: ({ path, account, owner, rights }: Barred) =>
    [
      `Das Konto „${account}“ darf auf ${path} nicht zugreifen${owner === undefined ? '' : `; es gehört dem Konto mit der Nummer ${owner} (Rechte ${rights})`}.`,
      'Was darin liegt, ist nicht berührt. Rufen Sie den Befehl unter dem Konto auf, dem die Daten gehören (auf einem eingerichteten Server: kurrende abo …), oder berichtigen Sie Eigentümer und Rechte mit chown und chmod.',
    ].join(' '),
};

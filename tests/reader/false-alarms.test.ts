import { expect, it } from 'vitest';
import { inArticle, inText, problems } from './sample-content.ts';

/** What a newsletter of a town hall has in it day by day: nothing of that may be told. */
const ordinary = `Liebe Kolleg*innen, liebe Bürgermeister:innen,

seit dem 1. Oktober gilt der neue Rahmenvertrag. Die Preise steigen um 3,5 %, für Kommunen unter 10.000 Einwohner:innen um 2 %. Sprechstunde ist dienstags von 9 bis 12 Uhr und nach Vereinbarung.

24. Dezember: Das Rathaus bleibt geschlossen.

17. Sitzung des Verwaltungsrats: Die Beschlüsse stehen im Protokoll.

2026 wird ein besonderes Jahr. Am 3. und 4. Mai feiern wir, am 5. Mai ist Ruhetag.

Zum 1. Januar 2027 treten § 5 Abs. 2 Nr. 3 und Anlage 1 in Kraft (s. u.). Mehr dazu
steht in der Satzung, die der Rat am
12. Dezember beschlossen hat.

## Öffnungszeiten

| Tag | Zeit |
| --- | --- |
| Mo–Do | 8–16 Uhr<br>und nach Vereinbarung |
| Fr | 8–12 Uhr |

Telefon 030 9714-0, Fax -199, E-Mail [post@blatt.example](mailto:post@blatt.example). Die Durchwahl lautet 9714-123.

## Was neu ist

Neu sind drei Dinge:
- Der Antrag lässt sich online stellen, auch am Wochenende und ohne
  Termin.
- Die Gebühr sinkt auf 5 Euro.
- Ein Ausweis genügt.

Wir empfehlen außerdem:

1. Melden Sie sich an.
2. Öffnen Sie „Meine Anträge“.
3. Wählen Sie „Neu“ – fertig.

Die Datei heißt bericht_2026_final.pdf und liegt im Ordner „Austausch“. Wer die Version 2.1 nutzt (Build 4*), muss nichts tun.

* * *

> „Wir haben das gemeinsam geschafft“, sagt Max Mustermann.
> – Max Mustermann, Leitung Bürgerbüro

Der Kurs kostet 120 Euro*, ermäßigt 80 Euro*. Die Anmeldung läuft bis 15.12.2026.

\\* Die Ermäßigung gilt für Auszubildende.

Der Eintritt kostet 8 Euro*, ermäßigt 5 Euro**.

\\* mit Führung

** für Auszubildende

#Stadtradeln startet am 1. Mai. Mitmachen können alle, die im Landkreis wohnen, arbeiten oder zur Schule gehen.

C# und C++ sind Programmiersprachen; F&E steht für Forschung & Entwicklung, R&D auch. 5 < 6 > 3. Das Passwort hat mindestens 12 Zeichen, darunter eines von !, ?, + und #.

Die Formel lautet a*b + c*d. Ein Raster von 3*4*5 Metern, 10~12 Uhr, 2^3, 50 m² und 20 °C. Antrag --> Bescheid.

### Drei Fragen an Erika Beispiel

**Frau Beispiel, was hat sich geändert?** Vieles. Früher lag jeder Antrag auf Papier vor, heute kommt er per *Onlinedienst*.[^1] Zwei Drittel aller Anträge (66 %) gehen so ein.

[^1]: Stand der Zahlen: Oktober 2026.

<!-- Hier fehlt noch das Bild. -->

Der Landkreis hat 90.000 Einwohner, die Stadt
Oldenburg 170.000, die Gemeinde
Beispielhausen 12.000.

Die Anschrift lautet Musterstraße 1, 12345 Musterstadt. Der Eingang ist im 2. OG, Raum 2.14.

Am Mittwoch, 3. Dezember, 18:30 Uhr, lädt die VHS ein. Der Eintritt ist frei; um Anmeldung wird gebeten (bis 28.11.).

Ziel ist es, die Bearbeitungszeit von 30 auf 10 Tage zu senken -- das gelingt nur gemeinsam. Und/oder: beides.

Was heißt „OZG“? Das Onlinezugangsgesetz, siehe \`OZG_2.0\`. „So geht’s“, sagt er. Geht's noch? Andrea's Büro, Hans' Auto, so geht\`s.

Weitere Termine finden Sie auf der [Startseite](/) und unter [Feeds](/feeds/). Die Satzung [Fassung vom 3. Mai 2024] gilt weiter. Er sagte: „Das [Amt] hilft.“

Ein Satz mit Gedankenstrich – er geht weiter – und hier ist Schluss. Bis zum
31. März gilt die Übergangsfrist.

Der Rat tagte im
3. Stock des Rathauses und beschloss
10 Punkte.

Stadt Musterstadt\\
Musterstraße 1\\
12345 Musterstadt

Die Vorlage liegt unter \\\\srv01\\vorlagen\\_neu und auf C:\\Daten\\*.docx.

– Ihre Redaktion
`;

it('ordinary text of a newsletter raises no alarm', () => {
  expect(problems(inText(ordinary))).toEqual([]);
});

it('neither do ordinary fields', () => {
  const fields = `title: 'Kolleg*innen, „Hand aufs Herz“: 3 * 4 = 12? Bericht_2026 & mehr'
summary: 24. Dezember – das Rathaus bleibt zu (ab 12 Uhr). Was heißt „OZG“? F&E; 5 < 6.
contact: {name: Dr. Erika Muster-Beispiel, function: Referat 2.1 – IT & Organisation}
image:
  withheld: Die Lizenz [Nr. 5] gilt nicht.
  credit: AdobeStock/name_123
  licence: stock-standard`;
  expect(problems(inArticle(fields))).toEqual([]);
});

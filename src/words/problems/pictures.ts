import { type Licence, licenceWords } from '../pictures.ts';
import { error, quoted, similar, warning } from './rule.ts';

/** Pictures, their credits and licences, and attachments. */
export const pictureRules = {
  altMissing: error(() => ({
    found: 'ein Bild ohne Alternativtext',
    expected: '„alt“ mit dem, was das Bild zeigt, oder „decorative: true“',
    advice: 'Beschreiben Sie in einem Satz, was jemand wissen muss, der das Bild nicht sieht.',
  })),
  altSaysNothing: error(({ alt }: { alt: string }) => ({
    found: `den Alternativtext ${quoted(alt)}, der nicht sagt, was zu sehen ist`,
    expected: 'in einem Satz, was das Bild zeigt',
    advice:
      'Beschreiben Sie das Bild wie am Telefon; trägt es nichts bei, schreiben Sie statt „alt“ „decorative: true“.',
  })),
  altAndDecorative: error(() => ({
    found: 'ein schmückendes Bild mit Alternativtext',
    expected: 'entweder „alt“ oder „decorative: true“',
    advice: 'Löschen Sie eines von beiden.',
  })),
  creditMissing: error(({ demandedBy }: { demandedBy?: Licence }) => ({
    found: 'ein Bild ohne Nachweis',
    expected: demandedBy
      ? `„credit“ mit dem Nachweis, den die Lizenz „${licenceWords[demandedBy]}“ verlangt`
      : '„credit“ mit dem Nachweis, wie ihn der Urheber verlangt',
    advice: 'Ergänzen Sie zum Beispiel „credit: AdobeStock/Name“.',
  })),
  creditOfNobody: error(({ credit }: { credit: string }) => ({
    found: `den Nachweis ${quoted(credit)}, der niemanden nennt`,
    expected: '„credit“ mit dem Namen, wie ihn der Urheber verlangt',
    advice: 'Schreiben Sie den Namen; das Zeichen © setzt das Programm davor.',
  })),
  licenceMissing: error(({ licences }: { licences: readonly string[] }) => ({
    found: 'ein Bild ohne Lizenz',
    expected: `„licence“ mit einem dieser Werte: ${licences.join(', ')}`,
    advice: 'Ergänzen Sie die Lizenz, bei einem selbst gemachten Bild „licence: own“.',
  })),
  licenceExpired: error(({ day }: { day: string }) => ({
    found: `ein Bild, das nur bis ${day} gezeigt werden durfte`,
    expected: 'eine Lizenz, die noch gilt',
    advice: 'Verlängern Sie die Lizenz und setzen Sie „expiresOn“ neu, oder ersetzen Sie das Bild.',
  })),
  licenceEndsEarly: error(({ day, published }: { day: string; published: string }) => ({
    found: `ein Bild, das nur bis ${day} gezeigt werden darf, in einem Text, der am ${published} erscheint`,
    expected: 'eine Lizenz, die beim Erscheinen noch gilt',
    advice: 'Prüfen Sie „expiresOn“, verlängern Sie die Lizenz, oder ersetzen Sie das Bild.',
  })),
  licenceEndsSoon: warning(({ day, days }: { day: string; days: number }) => ({
    found: `ein Bild, das nur noch bis ${day} gezeigt werden darf`,
    expected: 'eine Lizenz, die noch länger als 60 Tage gilt',
    advice: `Verlängern oder ersetzen Sie es ${days === 0 ? 'heute' : days === 1 ? 'bis morgen' : `in den nächsten ${days} Tagen`}; danach wird die Website nicht mehr gebaut.`,
  })),
  editingForbidden: error(() => ({
    found: 'ein bearbeitetes Bild unter einer Lizenz, die keine Bearbeitung erlaubt',
    expected: 'das Bild, wie es veröffentlicht wurde',
    advice: 'Nehmen Sie das unbearbeitete Bild und löschen Sie „edited“, oder wählen Sie ein anderes Bild.',
  })),
  editorialEdited: warning(() => ({
    found: 'ein bearbeitetes Bild, das nur redaktionell genutzt werden darf',
    expected: 'ein Bild, dessen Aussage die Bearbeitung nicht verändert',
    advice: 'Prüfen Sie die Bearbeitung; im Zweifel nehmen Sie das Original.',
  })),
  aiContradiction: error(() => ({
    found: '„licence: ai“ und zugleich „ai: none“',
    expected: '„ai: generated“ bei einem Bild, das eine KI erzeugt hat',
    advice: 'Schreiben Sie „ai: generated“ oder nennen Sie die Lizenz, unter der das Bild steht.',
  })),
  consentPending: error(() => ({
    found: 'ein Bild mit Personen, deren Einwilligung aussteht',
    expected: '„consent: given“, sobald alle eingewilligt haben (§ 22 KunstUrhG)',
    advice: 'Holen Sie die Einwilligung ein oder nehmen Sie das Bild bis dahin heraus.',
  })),
  consentUnknown: warning(() => ({
    found: 'ein eigenes Bild ohne Angabe zur Einwilligung der gezeigten Personen',
    expected: '„consent: given“ oder, wenn niemand zu erkennen ist, „consent: not-needed“',
    advice: 'Sehen Sie das Bild daraufhin an und ergänzen Sie „consent“.',
  })),
  pictureSourceUnknown: warning(() => ({
    found: 'ein Bild unter freier Lizenz ohne Angabe, woher es stammt',
    expected: '„sourceUrl“ mit der Seite, auf der das Bild steht',
    advice: 'Ergänzen Sie die Adresse; die Lizenz verlangt sie, wenn sie bekannt ist.',
  })),
  imageFileMissing: error(() => ({
    found: 'ein Bild ohne Datei',
    expected: '„file“ mit dem Dateinamen oder „withheld“ mit dem Grund, warum es hier nicht gezeigt wird',
    advice: 'Ergänzen Sie eines von beiden.',
  })),
  withheldLicenceUnknown: warning(() => ({
    found: 'ein Original in content/licensed/, das gezeigt wird, obwohl seine Lizenz nicht bekannt ist',
    expected: '„licence“ mit der Lizenz des Originals',
    advice: 'Klären Sie die Lizenz; nehmen Sie das Original bis dahin aus content/licensed/ heraus.',
  })),
  withheldFilePresent: error(({ file, place }: { file: string; place: string }) => ({
    found: `die Datei ${quoted(file)} eines zurückgehaltenen Bildes im Ordner der Ausgabe`,
    expected: `die Datei unter ${place}, wo sie nicht weitergegeben wird`,
    advice: 'Verschieben Sie die Datei dorthin oder löschen Sie sie.',
  })),
  originalShared: error(({ place, other }: { place: string; other: { file: string; line: number } }) => ({
    found: `ein zurückgehaltenes Bild, dessen Original denselben Namen hätte wie das in ${other.file}:${other.line}: ${place}`,
    expected: 'für jedes Original einen eigenen Namen, damit es seinen eigenen Nachweis behält',
    advice: 'Ändern Sie den Namen des Bildes im Text (unter „file“ und im Text selbst) oder den der Textdatei.',
  })),
  withheldWithoutName: error(() => ({
    found: 'ein zurückgehaltenes Bild im Text ohne Namen',
    expected: '„file“ mit dem Namen, unter dem es im Text steht',
    advice: 'Ergänzen Sie „file“, oder nehmen Sie den Eintrag heraus.',
  })),
  licensedFileUnused: warning(({ nearest }: { nearest?: string }) => ({
    found: 'ein Original, zu dem kein zurückgehaltenes Bild gehört',
    expected: 'den Namen, den „npm run check“ bei dem zurückgehaltenen Bild nennt',
    advice: similar(nearest, 'benennen Sie die Datei um oder löschen Sie sie.'),
  })),
  pictureNotAlone: error(({ picture }: { picture: string }) => ({
    found: `das Bild ${quoted(picture)} mitten im Text`,
    expected: 'ein Bild in einem eigenen Absatz, wo sein Nachweis Platz hat',
    advice: 'Setzen Sie vor und nach dem Bild eine leere Zeile.',
  })),
  pictureWithoutRecord: error(({ file, nearest }: { file: string; nearest?: string }) => ({
    found: `das Bild ${quoted(file)} im Text ohne Nachweis`,
    expected: 'einen Eintrag unter „pictures“ mit file, alt, credit und licence',
    advice: similar(nearest, 'ergänzen Sie den Eintrag im Kopf der Datei.'),
  })),
  pictureRecordedTwice: error(({ file }: { file: string }) => ({
    found: `einen zweiten Eintrag für das Bild ${quoted(file)}`,
    expected: 'je Bild einen Eintrag, auch wenn es mehrmals im Text steht',
    advice: 'Löschen Sie den Eintrag, dessen Nachweis nicht stimmt.',
  })),
  pictureUnused: warning(({ file }: { file: string }) => ({
    found: `einen Eintrag für das Bild ${quoted(file)}, das im Text nicht vorkommt`,
    expected: 'nur Bilder, die im Text stehen',
    advice: 'Löschen Sie den Eintrag oder setzen Sie das Bild in den Text.',
  })),
  pictureFromElsewhere: error(({ url }: { url: string }) => ({
    found: `ein Bild von einem anderen Rechner: ${quoted(url)}`,
    expected: 'ein Bild, das im Ordner der Ausgabe liegt',
    advice: 'Legen Sie das Bild in den Ordner der Ausgabe, wenn Sie es verwenden dürfen.',
  })),
  pictureOutsideIssue: error(({ url }: { url: string }) => ({
    found: `das Bild ${quoted(url)}`,
    expected: 'einen Text ohne Bilder; sie gehören in Ausgaben und Beiträge, wo ihr Nachweis steht',
    advice: 'Löschen Sie das Bild oder setzen Sie es in einen Beitrag.',
  })),
  fileNotFound: error(({ file, nearest }: { file: string; nearest?: string }) => ({
    found: `den Dateinamen ${quoted(file)}; diese Datei gibt es im Ordner der Ausgabe nicht`,
    expected: 'eine Datei, die neben diesem Text liegt',
    advice: similar(nearest, 'legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.'),
  })),
  linkedFileMissing: error(({ file, nearest }: { file: string; nearest?: string }) => ({
    found: `einen Link auf die Datei ${quoted(file)}, die es im Ordner der Ausgabe nicht gibt`,
    expected: 'eine Datei, die neben dem Text liegt und in seinem Kopf unter „attachments“ steht',
    advice: similar(
      nearest,
      'legen Sie die Datei in den Ordner, und nennen Sie sie unter „attachments“ mit file und title.',
    ),
  })),
  attachmentTypeUnknown: error(({ file }: { file: string }) => ({
    found: `den Anhang ${quoted(file)}, dessen Endung die Webserver nicht kennen`,
    expected: 'eine Datei mit einer der Endungen aus docs/redaktion.md, zum Beispiel pdf, docx, xlsx, odt, csv, epub',
    advice: 'Speichern Sie die Datei in einem dieser Formate, oder packen Sie sie in ein Archiv mit der Endung zip.',
  })),
  attachmentDangerous: error(({ file, kind }: { file: string; kind: 'page' | 'program' }) => ({
    found:
      kind === 'program'
        ? `den Anhang ${quoted(file)}, ein Programm`
        : `den Anhang ${quoted(file)}, der im Browser im Namen Ihrer Website laufen kann (HTML, SVG, XML, Skript)`,
    expected: 'eine Datei mit einer der Endungen aus docs/redaktion.md, zum Beispiel pdf, docx, xlsx, odt, csv, epub',
    advice:
      kind === 'program'
        ? 'Nehmen Sie die Datei aus dem Kopf und aus dem Ordner: Wer sie herunterlädt, müsste ihr blind vertrauen.'
        : 'Speichern Sie den Inhalt als PDF, ein Bild als PNG, oder packen Sie die Datei in ein Archiv mit der Endung zip.',
  })),
  attachmentMisread: error(({ file, suggestion }: { file: string; suggestion: string }) => ({
    found: `den Anhang ${quoted(file)}; die Zeichen #, % und ? bedeuten in einer Adresse etwas anderes`,
    expected: 'einen Dateinamen ohne diese Zeichen',
    advice: `Benennen Sie die Datei um, zum Beispiel in „${suggestion}“, und schreiben Sie den neuen Namen auch hier.`,
  })),
  attachmentNameTaken: error(({ file }: { file: string }) => ({
    found: `den Anhang ${quoted(file)}; unter diesem Namen legt die Website selbst eine Datei neben den Beitrag`,
    expected: 'einen anderen Namen als index.html und termin.ics',
    advice: 'Benennen Sie die Datei um, und schreiben Sie den neuen Namen auch hier.',
  })),
  creditsDiffer: error(
    ({ file, credit, other }: { file: string; credit: string; other: { credit: string; place: string } }) => ({
      found: `für das Bild ${quoted(file)} den Nachweis ${quoted(credit)}; in ${other.place} steht ${quoted(other.credit)}`,
      expected: 'für dieselbe Datei überall denselben Nachweis',
      advice: 'Klären Sie, von wem das Bild stammt, und schreiben Sie an beiden Stellen dasselbe.',
    }),
  ),
  creditsOfOnePicture: error(
    ({
      file,
      credit,
      other,
    }: {
      file: string;
      credit: string;
      other: { file: string; credit: string; place: string };
    }) => ({
      found: `für das Bild ${quoted(file)} den Nachweis ${quoted(credit)}; dasselbe Bild heißt in ${other.place} ${quoted(other.file)} und hat den Nachweis ${quoted(other.credit)}`,
      expected: 'für dasselbe Bild überall denselben Nachweis',
      advice: 'Klären Sie, von wem das Bild stammt, und schreiben Sie an beiden Stellen dasselbe.',
    }),
  ),
  attachmentNotListed: error(({ file }: { file: string }) => ({
    found: `einen Link auf die Datei ${quoted(file)}, die nicht unter „attachments“ steht`,
    expected: 'einen Eintrag unter „attachments“ mit file und title',
    advice: 'Ergänzen Sie den Eintrag im Kopf des Beitrags.',
  })),
} as const;

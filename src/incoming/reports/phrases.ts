/** Sentences of mail systems, by what they mean: German, English, French, Dutch, Spanish, Italian, Polish, Danish, Czech. */

/** Something did not arrive and will not. */
const failed = [
  /undeliver(?:ed|able)|not (?:be )?delivered|could ?n[o']t (?:be )?deliver|unable to deliver|was ?n[o']t able to deliver/i,
  /wasn't delivered|delivery (?:to .{1,120} )?(?:has |permanently )?(?:failed|failure)|failed permanently|returned to sender|returned mail/i,
  /unzustellbar|nicht (?:erfolgreich )?(?:zu(?:ge)?stell(?:t|en|bar)|ausgeliefert|übermittelt)|konnte.{1,160}nicht (?:erreicht|zugestellt)/is,
  /(?:nicht|nie) erreicht|zustellung.{0,60}(?:fehlgeschlagen|gescheitert|nicht möglich)|zustellungsfehler|unzustellbarkeit/is,
  /non remis|n['’]a pas (?:pu )?(?:être )?(?:été )?(?:remis|distribué|livré)|échec de (?:la )?remise|non distribu|impossible de (?:remettre|livrer)/i,
  /niet (?:worden )?(?:bezorgd|afgeleverd)|onbestelbaar|bezorging.{0,40}mislukt|kon niet worden/i,
  /no se (?:ha )?(?:pudo|podido) entregar|no se entreg|error en la entrega|no entregado|imposible entregar/i,
  /impossibile (?:recapitare|consegnare)|non (?:è stato )?(?:possibile )?(?:recapitat|consegnat|recapitare)|mancat[ao] (?:recapito|consegna)/i,
  /nie (?:można|udało się) dostarczyć|nie została dostarczona|niedostarczon|niedoręczon/i,
  /kunne ikke leveres|ikke leveret|ikke afleveres/i,
  /nelze doručit|nedoručiteln|nebyla doručena|se nepodařilo doručit/i,
];

/** Something is late and still tried. */
const delayed = [
  /has been delayed|delayed \d+ hours|delivery (?:status notification )?\(?delay|not yet been delivered|will (?:continue to )?(?:be )?(?:retr|keep try|try)|still being retried|warning: (?:message|could not)/i,
  /verzögert|verzögerung|noch nicht zugestellt|weiterhin versucht|erneut versucht/i,
  /retard[ée]|pas encore (?:été )?(?:remis|livré)|vertraagd|vertraging|nog niet (?:bezorgd|afgeleverd)|se ha retrasado|retraso en la entrega/i,
  /ritardat|ritardo|non è stato ancora|opóźni|jeszcze nie został|forsinke|zpožděn/i,
];

/** There is no such mailbox, or it takes nothing more. */
const addressIsWrong = [
  /(?:unknown|no such|invalid|non-?existent|disabled|inactive) (?:local )?(?:user|recipient|mailbox|address|account|domain)|(?:user|recipient|mailbox|account|address) (?:is )?(?:unknown|not found|disabled|inactive|unavailable|not exist|rejected|invalid|has been)/i,
  /does(?: not|n't) (?:exist|like recipient|have a)|no mailbox (?:here )?by that name|isn't in my|not a valid|unrouteable|user doesn't|no longer (?:active|in use|valid|available)|address rejected/i,
  /mailbox unavailable|mailbox (?:is )?full|over ?quota|quota exceeded|exceeded (?:storage|the)|out of storage|inbox is full/i,
  /host (?:or domain name )?not found|domain (?:name )?not found|nxdomain|no mx|null mx|domain does not/i,
  /(?:empfänger|postfach|adresse|benutzer|konto|nutzer)\S*.{0,40}(?:unbekannt|nicht gefunden|existiert nicht|gibt es nicht|gesperrt|deaktiviert|überfüllt|ungültig|nicht vorhanden|ist voll)/i,
  /(?:wurde|wurden|konnte).{0,60}nicht gefunden|unbekannte[rs]? (?:empfänger|adresse|benutzer)/i,
  /(?:destinataire|adresse|boîte|utilisateur|compte).{0,60}(?:inconnu|introuvable|n['’]existe pas|pleine|désactivé)|n['’]a pas (?:pu être|été) trouvé/i,
  /(?:adres|postvak|gebruiker|ontvanger).{0,60}(?:onbekend|niet gevonden|bestaat niet|vol\b)|(?:dirección|buzón|usuario|destinatario).{0,60}(?:desconocid|no existe|no se encontró|lleno)/i,
  /(?:indirizzo|casella|utente|destinatario).{0,60}(?:sconosciut|non esiste|non trovat|inesistente|piena)|(?:adres|skrzynka|użytkownik|odbiorca).{0,60}(?:nieznan|nie istnieje|nie znaleziono|pełna)/i,
  /(?:adresse|postkasse|bruger|modtager).{0,60}(?:ukendt|findes ikke|fuld)|(?:adresa|schránka|uživatel|příjemce).{0,60}(?:neznám|neexistuje|nenalezen|plná)/i,
];

/** The mail or its sender is not wanted, whoever the recipient is. */
const mailIsUnwanted =
  /spam|junk|blocked|blacklist|block ?list|listed (?:at|in|by)|reputation|policy|spf|dkim|dmarc|unauthenticated|relay(?:ing)? (?:denied|not)|content|virus|malware|too (?:large|big)|size limit|greylist|rate limit|unsolicited|abgewiesen aus|richtlinie|unerwünscht/i;

/** It was tried too long, or nobody was there. */
const gaveUp =
  /tim(?:ed|e) ?out|expired|connection (?:refused|reset|timed)|temporar|try again|too long|retry time|unreachable|no route|zeitüberschreitung|vorübergehend|délai|expiré|tiempo de espera|scadut|verlopen|upłynął|vypršel|udløb/i;

export const saysFailed = (text: string) => failed.some((pattern) => pattern.test(text));
export const saysDelayed = (text: string) => delayed.some((pattern) => pattern.test(text));
export const saysAddressIsWrong = (text: string) => addressIsWrong.some((pattern) => pattern.test(text));
export const saysMailIsUnwanted = (text: string) => mailIsUnwanted.test(text);
export const saysGaveUp = (text: string) => gaveUp.test(text);

/** What keeps a mail server from being reached, by what nodemailer and the system say of it. */

/**
 * `refused`: nobody listens there. `not-found`: the name is unknown. `timeout`: no answer. `certificate`: TLS works, but
 * nobody we trust vouches for the server. `tls`: the two don't agree on TLS. `login`: name or password. `rejected`: the
 * server answers that it doesn't want us. `broken`: the connection broke off.
 */
export type ServerTrouble =
  | 'refused'
  | 'not-found'
  | 'timeout'
  | 'certificate'
  | 'tls'
  | 'login'
  | 'rejected'
  | 'broken';

/** An error of nodemailer's: its own code, and that of the system below. */
export interface TransportError {
  message: string;
  code?: string | undefined;
  originalCode?: string | undefined;
  responseCode?: number | undefined;
}

/** What OpenSSL and Node say of a certificate that they don't trust. */
const certificate =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;
const tls = /^(?:EPROTO$|ERR_SSL|ERR_TLS|ETLS|EREQUIRETLS)/;

/** What an error of a connection means. */
export function serverTrouble({
  message,
  code = '',
  originalCode = '',
  responseCode = 0,
}: TransportError): ServerTrouble {
  const codes = [originalCode, code];
  const has = (pattern: RegExp) => codes.some((one) => pattern.test(one));
  if (has(certificate)) return 'certificate';
  if (has(tls) || /wrong version number|STARTTLS/i.test(message)) return 'tls';
  if (has(/^EAUTH$/)) return 'login';
  if (responseCode >= 400) return 'rejected';
  if (has(/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/)) return 'refused';
  if (has(/^(?:ENOTFOUND|EAI_AGAIN|EDNS|ENODATA|ESERVFAIL)$/)) return 'not-found';
  return has(/^ETIMEDOUT$/) ? 'timeout' : 'broken';
}

/** Whether another try gives the same answer, since somebody has to mend it first. */
export function needsMending(trouble: ServerTrouble): boolean {
  return trouble === 'certificate' || trouble === 'tls';
}

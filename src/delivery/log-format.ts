import type { LogField } from '../model/privacy-notice.ts';
import { comment, serverWords } from '../words/server.ts';
import { aboPaths } from './abo-paths.ts';
import { sitePrefix } from './site-prefix.ts';

/** What the privacy notice says that a line of the log holds; nothing where it says that there is none. */
export type LogFields = readonly LogField[];

/** The parts of a line as every program reads it (NCSA “combined”), each with its field or `-`. */
function combined(fields: LogFields, names: Record<Exclude<LogField, 'ip-address' | 'shortened-ip-address'>, string>) {
  const has = (field: keyof typeof names) => (fields.includes(field) ? names[field] : '-');
  return (address: string) =>
    `${address} - - ${has('time')} "${has('address')}" ${has('status')} ${has('bytes')} "${has('referrer')}" "${has('user-agent')}"`;
}

const address = (fields: LogFields, whole: string, shortened: string) =>
  fields.includes('ip-address') ? whole : fields.includes('shortened-ip-address') ? shortened : '-';

/** For nginx's `http` block: the format of the log, and which requests belong in it. */
export function nginxLog(origin: string, fields: LogFields): string {
  const prefix = sitePrefix(origin);
  const line = combined(fields, {
    time: '[$time_local]',
    address: '$request',
    status: '$status',
    bytes: '$body_bytes_sent',
    referrer: '$http_referer',
    'user-agent': '$http_user_agent',
  })(address(fields, '$remote_addr', `$${prefix}_network`));
  return `map $uri $${prefix}_logged {
    default 1;
    "~${aboPaths}" 0;
}
map $remote_addr $${prefix}_network {
    default "::";
    "~^(?<${prefix}_v4>[0-9]+\\.[0-9]+\\.[0-9]+)\\." $${prefix}_v4.0;
    "~^(?<${prefix}_v6>[0-9a-f]+:[0-9a-f]+):" $${prefix}_v6::;
}
log_format ${prefix} '${line}';
`;
}

/** For Apache's virtual host. */
export function apacheLog(origin: string, fields: LogFields): string {
  const prefix = sitePrefix(origin);
  const line = combined(fields, {
    time: '%t',
    address: '%r',
    status: '%>s',
    bytes: '%b',
    referrer: '%{Referer}i',
    'user-agent': '%{User-Agent}i',
  })(address(fields, '%a', `%{${prefix}_network}e`));
  return `${comment(serverWords.apacheLog)}
SetEnvIf Request_URI "${aboPaths}" ${prefix}_quiet
SetEnvIf Remote_Addr "^([0-9]+\\.[0-9]+\\.[0-9]+)\\." ${prefix}_network=$1.0
SetEnvIf Remote_Addr "^([0-9a-f]+:[0-9a-f]+):" ${prefix}_network=$1::
LogFormat "${line.replaceAll('"', '\\"')}" ${prefix}
`;
}

/** For Caddy's block of the site. */
export function caddyLog(fields: LogFields): string {
  const keepsHeaders = fields.includes('referrer') || fields.includes('user-agent');
  const ip = fields.includes('ip-address')
    ? []
    : ['remote_ip', 'client_ip'].map((name) =>
        fields.includes('shortened-ip-address')
          ? `request>${name} ip_mask {\n                ipv4 24\n                ipv6 32\n            }`
          : `request>${name} delete`,
      );
  const lines = [
    ...ip,
    'request>remote_port delete',
    'request>tls delete',
    'resp_headers delete',
    ...(keepsHeaders
      ? ['request>headers>X-Forwarded-For delete', 'request>headers>Cookie delete']
      : ['request>headers delete']),
  ];
  return `${comment(serverWords.caddyLog)}
log {
    format filter {
        wrap json
        fields {
${lines.map((line) => `            ${line}\n`).join('')}        }
    }
}
@quiet path_regexp ${aboPaths}
skip_log @quiet
`;
}

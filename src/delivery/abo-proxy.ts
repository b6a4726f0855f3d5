/** The lines that hand the Abo's paths to its service: in no log, with a page of the web server's own when it is gone. */
import { comment, serverWords } from '../words/server.ts';
import { aboPaths, placeOf, type ServicePlace } from './abo-paths.ts';
import { sitePrefix } from './site-prefix.ts';
import { unavailablePage, unavailablePolicy } from './unavailable-page.ts';

/** For nginx's `server` block. */
export function nginxAbo(origin: string, place: ServicePlace): string {
  const down = `@${sitePrefix(origin)}_down`;
  return `${comment(serverWords.nginxAbo)}
location ~ ${aboPaths} {
    # ${serverWords.emptyHeader}
    add_header X-Leer "";
    proxy_pass http://${placeOf(place)};
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_connect_timeout 5s;
    client_max_body_size 16k;
    error_page 413 502 503 504 = ${down};
    # ${serverWords.noLog}
    access_log off;
    error_log /dev/null emerg;
}
location ${down} {
    access_log off;
    error_log /dev/null emerg;
    default_type text/html;
    charset utf-8;
    add_header Cache-Control no-store always;
    add_header Retry-After 120 always;
    add_header Referrer-Policy strict-origin always;
    add_header Content-Security-Policy "${unavailablePolicy}" always;
    return 503 "${unavailablePage}";
}
`;
}

/** For Apache's virtual host. */
export function apacheAbo(place: ServicePlace): string {
  return `${comment(serverWords.apacheAbo)}
ProxyPassMatch "${aboPaths.replace(/\(\?:\/\|\$\)$/, '(?:/.*)?$')}" "http://${placeOf(place)}" connectiontimeout=5 timeout=60
<LocationMatch "${aboPaths}">
    # ${serverWords.noLog}
    LogLevel emerg
    ProxyAddHeaders Off
    RequestHeader set X-Forwarded-For "expr=%{REMOTE_ADDR}"
    ErrorDocument 502 "${unavailablePage}"
    ErrorDocument 503 "${unavailablePage}"
    ErrorDocument 504 "${unavailablePage}"
</LocationMatch>
`;
}

/** For Caddy's block of the site. */
export function caddyAbo(place: ServicePlace): string {
  return `${comment(serverWords.caddyAbo)}
@abo path_regexp ${aboPaths}
handle @abo {
    request_body {
        max_size 16KB
    }
    reverse_proxy ${placeOf(place)}
}
handle_errors {
    @down expression {http.error.status_code} >= 500
    header @down Content-Type "text/html; charset=utf-8"
    header @down Cache-Control no-store
    header @down Content-Security-Policy "${unavailablePolicy}"
    respond @down "${unavailablePage}" 503
}
`;
}

import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a client may take, in milliseconds. */
export interface Patience {
  headers: number;
  /** Headers and body together. */
  request: number;
}

const patience: Patience = { headers: 10_000, request: 15_000 };

/** Listens on a host and port. Clients that send slowly are cut off, so that they can't hold connections. */
export function listen(
  listener: RequestListener,
  host: string,
  port: number,
  { headers, request }: Patience = patience,
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(headers, 1_000),
      maxHeaderSize: 8 * 1024,
    },
    listener,
  );
  server.maxRequestsPerSocket = 1_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

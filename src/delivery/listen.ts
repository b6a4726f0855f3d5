import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a client may take, in milliseconds. */
export interface Timeouts {
  headers: number;
  /** Headers and body together. */
  request: number;
}

const usualTimeouts: Timeouts = { headers: 10_000, request: 15_000 };

/** Listens on a host and port. Clients that send slowly are cut off, so that they can't hold connections. */
export function listen(
  listener: RequestListener,
  host: string,
  port: number,
  { headers, request }: Timeouts = usualTimeouts,
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

/** Takes no more connections, lets running requests end, and cuts off what takes longer than `timeout` milliseconds. */
export function stopListening(server: Server, timeout = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), timeout);
    // A connection becomes idle with its answer and would be kept for another request.
    const closeIdle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cutOff);
      clearInterval(closeIdle);
      resolve();
    });
  });
}

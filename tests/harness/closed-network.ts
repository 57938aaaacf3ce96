import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Chromium and Edge talk to their makers whatever the switches say; none of it comes from an extension. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|gvt1|microsoft|msn|bing|live|msedge)\.(com|net)$/

export interface ClosedNetwork {
  readonly port: number
  close(): void
}

/**
 * A proxy that lets nothing through and reports who knocked, as `https://host`. It sees what no page-level
 * interception does: the real side panel, the real popup, WebSockets.
 */
export async function createClosedNetwork(onKnock: (url: string) => void): Promise<ClosedNetwork> {
  const knock = (protocol: string, authority: string) => {
    const host = authority.replace(/:\d+$/, '')
    if (!BROWSERS_OWN.test(host)) onKnock(`${protocol}://${host}`)
  }
  const server = createServer((request, response) => {
    knock('http', request.headers.host ?? '')
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    socket.on('error', () => {})
    knock('https', request.url ?? '')
    socket.end('HTTP/1.1 502 Closed\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

import { lookup as systemLookup } from "node:dns/promises";
import { isIP, connect as netConnect, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { isPublicAddress } from "./public-address.ts";

/** Where a connection goes. */
export interface Target {
  readonly secure: boolean;
  /** Name or address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Opens a connection. Throws {@link AddressRefused} where the address may not be reached. */
export type Connector = (target: Target, signal: AbortSignal) => Promise<Socket>;

/** A host leads to an address that is not of the public net. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** The outside that a connector needs; each part can be replaced. */
export interface Network {
  /** All addresses of a host. */
  lookup(host: string): Promise<readonly string[]>;
  /** Opens a socket to an address. */
  dial(address: string, port: number): Socket;
  /** Wraps a socket in TLS and checks the host's certificate. */
  secure(socket: Socket, host: string): Socket;
}

export const systemNetwork: Network = {
  async lookup(host) {
    return (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  },
  dial: (address, port) => netConnect({ host: address, port }),
  secure: (socket, host) =>
    tlsConnect({ socket, ...(isIP(host) === 0 && { servername: host }), ALPNProtocols: ["http/1.1"] }),
};

/**
 * A connector that resolves a host once, refuses it if any of its addresses is not public, and dials one of the
 * very addresses that it checked, so that a second answer of the name server can't lead elsewhere. Hosts of
 * `privateHosts` are not checked.
 */
export function publicConnector(
  privateHosts: readonly string[],
  network: Network = systemNetwork,
): Connector {
  return async ({ secure, host, port }, signal) => {
    const addresses = isIP(host) === 0 ? await beforeEnd(signal, network.lookup(host)) : [host];
    if (!privateHosts.includes(host)) {
      const inside = addresses.find((address) => !isPublicAddress(address));
      if (inside !== undefined)
        throw new AddressRefused(
          `found ${host} at ${inside}, expected a public address; collect.private_hosts may allow it by name`,
        );
    }
    const failures: string[] = [];
    for (const address of addresses) {
      try {
        return await open(network, address, port, secure ? host : undefined, signal);
      } catch (error) {
        signal.throwIfAborted();
        failures.push((error as Error).message);
      }
    }
    throw new Error(failures.join("; ") || `found no address of ${host}`);
  };
}

/** A promise's value, unless the signal comes before it. */
function beforeEnd<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}

function open(
  network: Network,
  address: string,
  port: number,
  tlsHost: string | undefined,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const plain = network.dial(address, port);
    const socket = tlsHost === undefined ? plain : network.secure(plain, tlsHost);
    const ready = socket === plain ? "connect" : "secureConnect";
    function failed(error: Error): void {
      plain.destroy();
      socket.destroy();
      reject(error);
    }
    function aborted(): void {
      failed(signal.reason as Error);
    }
    signal.addEventListener("abort", aborted, { once: true });
    plain.on("error", failed);
    socket.on("error", failed);
    socket.once(ready, () => {
      signal.removeEventListener("abort", aborted);
      plain.off("error", failed);
      socket.off("error", failed);
      // Until the request takes the socket over, an error must find someone who listens.
      plain.on("error", () => {});
      resolve(socket);
    });
  });
}

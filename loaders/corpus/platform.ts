export interface PlatformHosts {
  readonly id: string;
  readonly hosts: readonly string[];
}

export interface PlatformOfHost {
  readonly platform: string;
  /** True where the host is the platform itself (`vk.com`), not a site of its kind (`name.blog.example`). */
  readonly isWholePlatform: boolean;
}

/**
 * Tells a host's platform: the first whose pattern fits. `vk.com` is that host and its subdomains,
 * `.blog.example` the subdomains alone, `*` every host. Undefined where none fits.
 */
export function platformFinder(
  platforms: readonly PlatformHosts[],
): (host: string) => PlatformOfHost | undefined {
  const patterns = platforms.flatMap(({ id, hosts }) =>
    hosts.map((host) => ({ id, host: host.toLowerCase() })),
  );
  const found = new Map<string, PlatformOfHost | undefined>();
  return (host) => {
    if (found.has(host)) return found.get(host);
    const pattern = patterns.find((candidate) => fits(candidate.host, host.toLowerCase()));
    const isWholePlatform = pattern !== undefined && pattern.host !== "*" && !pattern.host.startsWith(".");
    const result = pattern && { platform: pattern.id, isWholePlatform };
    if (found.size < 100_000) found.set(host, result);
    return result;
  };
}

function fits(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith(".") ? host.endsWith(pattern) : host === pattern || host.endsWith(`.${pattern}`);
}

/** The addresses that the archive may call: public ones only, so that it gives no access to a private network. */

/** IPv4 blocks that are not public: the IANA special-purpose registry (RFC 6890), multicast and class E. */
const NOT_PUBLIC: readonly (readonly [block: string, bits: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local: cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, class E, broadcast
]

/** The address as a number; null if it is no dotted IPv4 address. */
function ipv4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  if (!parts || parts.some((part) => part > 255)) return null
  return parts.reduce((number, part) => number * 256 + part, 0)
}

function isPublicIpv4(address: number): boolean {
  return NOT_PUBLIC.every(([block, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(address / size) !== Math.floor((ipv4(block) ?? 0) / size)
  })
}

/** The eight groups of an IPv6 address (RFC 4291, section 2.2), a dotted end included; null if it is none. */
function ipv6(text: string): number[] | null {
  const [address = ''] = text.split('%')
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  const end = dotted ? ipv4(dotted[2] ?? '') : null
  if (dotted && end === null) return null
  const whole = dotted && end !== null ? `${dotted[1]}${(end >>> 16).toString(16)}:${(end & 0xffff).toString(16)}` : address
  const halves = whole.split('::')
  if (halves.length > 2) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null
}

/** Global unicast, 2000::/3, without the blocks for tunnels (Teredo, 6to4), protocols and documentation. */
function isPublicIpv6([first = 0, second = 0]: readonly number[]): boolean {
  if (first < 0x2000 || first > 0x3fff) return false
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false
  return first !== 0x2002 && first !== 0x3fff
}

/** Whether an IP address from a resolver is public. IPv4 in IPv6 counts as private: nothing needs it. */
export function isPublicIp(text: string): boolean {
  const number = ipv4(text)
  if (number !== null) return isPublicIpv4(number)
  const groups = ipv6(text)
  return groups !== null && isPublicIpv6(groups)
}

/** Endings of names that exist on private networks only. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/

/** The lowest port besides the protocol's own: other services use those below. */
const LOWEST_PORT = 1024

export interface AddressRules {
  /** Private addresses pass, and http too: for development. */
  readonly anywhere?: boolean
  /** http passes. */
  readonly http?: boolean
}

/** Why `address` is not called; null if it may be. A name is checked by its spelling only: its addresses are checked when the
 * connection is made. */
export function addressFault(address: string, { anywhere = false, http = false }: AddressRules = {}): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return http ? 'is no http or https address' : 'expected an https address'
  if (url.username || url.password) return 'holds a user name or password'
  if (url.hash) return 'holds a fragment'
  if (anywhere) return null
  if (!http && url.protocol !== 'https:') return 'expected https'
  if (url.port && Number(url.port) < LOWEST_PORT) return `goes to port ${url.port}; expected 443 or one from ${LOWEST_PORT}`
  const name = url.hostname.replace(/\.+$/, '')
  if (name.startsWith('[')) return isPublicIp(name.slice(1, -1)) ? null : 'leads to a private address'
  if (ipv4(name) !== null) return isPublicIp(name) ? null : 'leads to a private address'
  if (!name.includes('.') || PRIVATE_NAME.test(name)) return 'leads to a name of private networks'
  return null
}

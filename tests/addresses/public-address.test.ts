/** Addresses that hooks may not have, in every notation that leads to the same place. */
import { describe, expect, test } from 'vitest'
import { addressFault, isPublicIp } from '../../src/addresses/public-address.ts'

test.each([
  'https://hooks.harbour-post.example/claims',
  'https://hooks.harbour-post.example:8443/claims?key=1',
  'https://example.org:443/',
  'https://93.184.215.14/',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
  'https://bücher.example/',
  'https://localhost.example.org/',
  'https://10.example.org/',
  'https://internal.example.org/',
])('%s is taken', (address) => {
  expect(addressFault(address)).toBeNull()
})

describe('is refused:', () => {
  test.each([
    ['no address', 'hooks.example.org'],
    ['nothing', ''],
    ['another protocol', 'ftp://hooks.example.org/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['http', 'http://hooks.example.org/'],
    ['a user', 'https://ada@hooks.example.org/'],
    ['a password', 'https://:secret@hooks.example.org/'],
    ['a user that looks like a host', 'https://hooks.example.org@127.0.0.1/'],
    ['a fragment', 'https://hooks.example.org/#a'],
    ['a port of mail', 'https://hooks.example.org:25/'],
    ['a port of ssh', 'https://hooks.example.org:22/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback elsewhere', 'https://127.8.9.10/'],
    ['loopback, short', 'https://127.1/'],
    ['loopback, decimal', 'https://2130706433/'],
    ['loopback, hexadecimal', 'https://0x7f000001/'],
    ['loopback, hexadecimal parts', 'https://0x7f.0.0x0.1/'],
    ['loopback, octal', 'https://0177.0.0.1/'],
    ['loopback, octal whole', 'https://017700000001/'],
    ['loopback, full width', 'https://１２７.0.0.1/'],
    ['loopback, circled', 'https://①②⑦.0.0.1/'],
    ['loopback, percent-encoded', 'https://%31%32%37.0.0.1/'],
    ['loopback with a dot', 'https://127.0.0.1./'],
    ['this host', 'https://0/'],
    ['this host, dotted', 'https://0.0.0.0/'],
    ['private 10', 'https://10.1.2.3/'],
    ['private 172', 'https://172.31.255.254/'],
    ['private 192', 'https://192.168.0.1/'],
    ['carrier-grade NAT', 'https://100.100.100.200/'],
    ['metadata', 'https://169.254.169.254/latest/meta-data/'],
    ['metadata, decimal', 'https://2852039166/'],
    ['protocol assignments', 'https://192.0.0.192/'],
    ['benchmarking', 'https://198.19.0.1/'],
    ['multicast', 'https://224.0.0.1/'],
    ['class E', 'https://250.1.1.1/'],
    ['broadcast', 'https://255.255.255.255/'],
    ['IPv6 loopback', 'https://[::1]/'],
    ['IPv6 nothing', 'https://[::]/'],
    ['IPv4-mapped', 'https://[::ffff:127.0.0.1]/'],
    ['IPv4-mapped, hexadecimal', 'https://[::ffff:7f00:1]/'],
    ['IPv4-mapped, long', 'https://[0:0:0:0:0:ffff:a9fe:a9fe]/'],
    ['IPv4-mapped, public', 'https://[::ffff:93.184.215.14]/'],
    ['IPv4-compatible', 'https://[::7f00:1]/'],
    ['NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['6to4', 'https://[2002:7f00:1::]/'],
    ['Teredo', 'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/'],
    ['unique local', 'https://[fd00:ec2::254]/'],
    ['link-local', 'https://[fe80::1]/'],
    ['IPv6 multicast', 'https://[ff02::1]/'],
    ['IPv6 documentation', 'https://[2001:db8::1]/'],
    ['localhost', 'https://localhost/'],
    ['localhost in capitals', 'https://LOCALHOST/'],
    ['localhost with a dot', 'https://localhost./'],
    ['under localhost', 'https://a.localhost/'],
    ['.local', 'https://printer.local/'],
    ['.internal', 'https://metadata.google.internal/'],
    ['.internal with a dot', 'https://metadata.google.internal./'],
    ['.home.arpa', 'https://nas.home.arpa/'],
    ['a name without a dot', 'https://intranet/'],
  ])('%s (%s)', (_, address) => {
    expect(addressFault(address)).toMatch(/\S/)
  })
})

test.each([
  ['http://127.0.0.1:9000/hook', null],
  ['http://localhost/', null],
  ['http://ada@127.0.0.1/', 'holds a user name or password'],
  ['file:///etc/passwd', 'expected an https address'],
])('for development %s: %s', (address, fault) => {
  expect(addressFault(address, { anywhere: true })).toBe(fault)
})

test.each([
  ['8.8.8.8', true],
  ['100.63.255.255', true],
  ['100.64.0.0', false],
  ['172.15.255.255', true],
  ['172.32.0.0', true],
  ['192.0.1.0', true],
  ['223.255.255.255', true],
  ['256.1.1.1', false],
  ['2a00:1450:4001:831::200e', true],
  ['2001:4860:4860::8888', true],
  ['2001:200::1', true],
  ['2001:1ff::1', false],
  ['::ffff:8.8.8.8', false],
  ['fe80::1%eth0', false],
  ['1::2::3', false],
  ['1:2:3:4:5:6:7:8:9', false],
  ['2a00:1450:4001:831:0:0:0:200e', true],
  ['2a00:1450:4001:831:0:0:200e', false],
  ['2a00:x::1', false],
  ['localhost', false],
  ['', false],
])('an address that a name leads to, %s: %s', (text, is) => {
  expect(isPublicIp(text)).toBe(is)
})

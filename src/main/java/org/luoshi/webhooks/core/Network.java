package org.luoshi.webhooks.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A range of addresses as {@code 10.20.0.0/16} or {@code fd00::/8}. */
record Network(InetAddress base, int bits) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    /** What is not on the open network (RFC 6890), and what leads there by another way. */
    private static final List<Network> INNER = List.of(
            of("0.0.0.0/8"),
            of("10.0.0.0/8"),
            of("100.64.0.0/10"),
            of("127.0.0.0/8"),
            of("169.254.0.0/16"),
            of("172.16.0.0/12"),
            of("192.0.0.0/24"),
            of("192.0.2.0/24"),
            of("192.88.99.0/24"),
            of("192.168.0.0/16"),
            of("198.18.0.0/15"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("224.0.0.0/3"),
            of("::/96"),
            of("64:ff9b::/96"),
            of("64:ff9b:1::/48"),
            of("100::/64"),
            of("2001::/23"),
            of("2001:db8::/32"),
            of("2002::/16"),
            of("fc00::/7"),
            of("fe80::/9"),
            of("ff00::/8"));

    static List<Network> listOf(String text) {
        return AllowedHost.words(text).stream().map(Network::of).toList();
    }

    static Network of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw WebhookError.BAD_NETWORK.with(Map.of("entry", written));
        }
        try {
            // Only digits, dots and colons come here: nothing is looked up.
            InetAddress base = InetAddress.getByName(parts.group(1));
            int bits = Integer.parseInt(parts.group(2));
            if (bits > base.getAddress().length * Byte.SIZE) {
                throw WebhookError.BAD_NETWORK.with(Map.of("entry", written));
            }
            return new Network(base, bits);
        } catch (UnknownHostException e) {
            throw WebhookError.BAD_NETWORK.with(Map.of("entry", written));
        }
    }

    static boolean isInner(InetAddress address) {
        return INNER.stream().anyMatch(network -> network.holds(address));
    }

    /** {@code ::ffff:127.0.0.1} in a name server's record for the new kind stays of the new kind in Java, and leads to 127.0.0.1. */
    static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 octets", e);
        }
    }

    boolean holds(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = plain(address).getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}

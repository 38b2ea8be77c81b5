package org.luoshi.webhooks.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class NetworkTests {

    @Test
    void anOldAddressInsideANewOneIsWhatItIs() throws UnknownHostException {
        InetAddress here = hidden(127, 0, 0, 1);
        assertThat(here).isInstanceOf(Inet6Address.class);
        assertThat(Network.isInner(here)).isTrue();
        assertThat(Network.of("127.0.0.0/8").holds(here)).isTrue();
        assertThat(Network.isInner(hidden(169, 254, 169, 254))).isTrue();
        assertThat(Network.isInner(hidden(198, 41, 0, 4))).isFalse();
    }

    /** As a name server may give it: {@code ::ffff:127.0.0.1} in a record for the new kind, which Java keeps as it came. */
    private static InetAddress hidden(int... old) throws UnknownHostException {
        byte[] octets = new byte[16];
        octets[10] = (byte) 0xff;
        octets[11] = (byte) 0xff;
        for (int i = 0; i < old.length; i++) {
            octets[12 + i] = (byte) old[i];
        }
        return Inet6Address.getByAddress("oa.example.org", octets, -1);
    }
}

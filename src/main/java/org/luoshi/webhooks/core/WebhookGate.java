package org.luoshi.webhooks.core;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides where news may go: to hosts that were allowed, and to inner addresses only where their network was allowed too. */
@Component
class WebhookGate {

    private static final int LONGEST = 500;

    private final WebhookAllowances allowances;
    private final HostLookup lookup;

    WebhookGate(WebhookAllowances allowances, HostLookup lookup) {
        this.allowances = allowances;
        this.lookup = lookup;
    }

    /** The address if it is one that news may be sent to; its host is not looked up yet. */
    URI require(String written) {
        URI address = parsed(written);
        List<AllowedHost> allowed = AllowedHost.listOf(allowances.now().hosts()).stream()
                .filter(host -> host.is(address))
                .toList();
        if (allowed.isEmpty()) {
            throw WebhookError.HOST_NOT_ALLOWED.with(
                    Map.of("host", address.getHost() + ":" + AllowedHost.portOf(address)));
        }
        if (!"https".equals(address.getScheme()) && allowed.stream().noneMatch(AllowedHost::plain)) {
            throw WebhookError.HTTPS_ONLY.plain();
        }
        return address;
    }

    /**
     * Looks the host up once and answers with the very address to connect to. Refused where any of its addresses is an inner one that was not
     * allowed: such a name is not to be trusted at the next look-up either.
     */
    InetAddress resolve(URI address) {
        String host = address.getHost().replaceAll("[\\[\\]]", "");
        List<Network> inner = Network.listOf(allowances.now().networks());
        List<InetAddress> found;
        try {
            found = lookup.addressesOf(host);
        } catch (UnknownHostException e) {
            throw WebhookError.HOST_UNKNOWN.with(Map.of("host", host));
        }
        if (found.isEmpty()) {
            throw WebhookError.HOST_UNKNOWN.with(Map.of("host", host));
        }
        for (InetAddress one : found) {
            if (Network.isInner(one) && inner.stream().noneMatch(network -> network.holds(one))) {
                throw WebhookError.INNER_ADDRESS.with(Map.of("host", host, "address", one.getHostAddress()));
            }
        }
        return Network.plain(found.get(0));
    }

    private static URI parsed(String written) {
        URI address;
        try {
            address = URI.create(written.strip());
        } catch (IllegalArgumentException e) {
            throw WebhookError.BAD_ADDRESS.plain();
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean good = (scheme.equals("https") || scheme.equals("http"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.toASCIIString().length() <= LONGEST;
        if (!good) {
            throw WebhookError.BAD_ADDRESS.plain();
        }
        return URI.create(scheme + address.toString().substring(scheme.length()));
    }
}

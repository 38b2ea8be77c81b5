package org.luoshi.webhooks.core;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One host that news may go to, as {@code oa.example.gov.cn}, {@code oa.example.gov.cn:8443} or {@code http://10.1.2.3:8080}.
 *
 * @param plain plain http may be used too
 */
record AllowedHost(String host, int port, boolean plain) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(https?)://)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?/?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MOST_PORT = 65535;

    /** Separated by blanks, line ends or commas. */
    static List<AllowedHost> listOf(String text) {
        List<AllowedHost> hosts = new ArrayList<>();
        for (String entry : words(text)) {
            hosts.add(of(entry));
        }
        return hosts;
    }

    static List<String> words(String text) {
        return Pattern.compile("[\\s,;，；、]+")
                .splitAsStream(text.strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static AllowedHost of(String entry) {
        Matcher parts = WRITTEN.matcher(entry.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw WebhookError.BAD_HOST.with(Map.of("entry", entry));
        }
        boolean plain = "http".equals(parts.group(1));
        int usual = plain ? HTTP : HTTPS;
        int port = parts.group(3) == null ? usual : Integer.parseInt(parts.group(3));
        if (port < 1 || port > MOST_PORT) {
            throw WebhookError.BAD_HOST.with(Map.of("entry", entry));
        }
        return new AllowedHost(parts.group(2), port, plain);
    }

    boolean is(URI address) {
        return host.equals(address.getHost().toLowerCase(Locale.ROOT)) && port == portOf(address);
    }

    static int portOf(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? HTTPS : HTTP;
    }
}

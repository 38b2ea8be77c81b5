package org.luoshi.mailbox.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that answers come to, as {@code luoshi.mailbox.*}.
 *
 * @param address what people are told to write to; the user where it is empty
 * @param senderDomains mail from elsewhere is not looked at; empty: wherever the registered addresses of people are
 * @param from not read before this hour, nor on days off
 * @param patience how long the server may stay silent
 * @param mailsADay most mails of one address with a right reference that are taken apart within 24 hours
 */
@ConfigurationProperties("luoshi.mailbox")
public record MailboxSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("IMPLICIT") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String address,
        @DefaultValue List<String> senderDomains,
        @DefaultValue("08:00") LocalTime from,
        @DefaultValue("20:00") LocalTime until,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("10") int mostFiles,
        @DefaultValue("20") int mostMegabytes,
        @DefaultValue("30") int mailsADay) {

    private static final long MEGABYTE = 1024L * 1024;

    /** How the connection is encrypted. */
    public enum Security {
        /** TLS from the first octet (993). */
        IMPLICIT,
        /** Turned to TLS before anything is said (143); nothing is said where the server cannot. */
        STARTTLS,
        /** Only to a server on this very machine. */
        NONE
    }

    public MailboxSettings {
        if (enabled && (host.isBlank() || user.isBlank())) {
            throw new IllegalArgumentException("luoshi.mailbox.enabled=true needs luoshi.mailbox.host and .user");
        }
        if (enabled && security == Security.NONE && !isHere(host)) {
            throw new IllegalArgumentException("luoshi.mailbox.security=NONE is possible only on this machine");
        }
        senderDomains = senderDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    public String shownAddress() {
        return address.isBlank() ? user : address;
    }

    boolean isOfADomain(String sender) {
        return senderDomains.isEmpty() || senderDomains.contains(sender.substring(sender.lastIndexOf('@') + 1));
    }

    boolean isOpen(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    long mostBytes() {
        return mostMegabytes * MEGABYTE;
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailboxSettings[enabled=" + enabled + ", host=" + host + ", user=" + user + "]";
    }
}

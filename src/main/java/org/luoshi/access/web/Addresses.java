package org.luoshi.access.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Network addresses as a person knows them. */
final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("0:0:0:0:0:0:0:1", "::1");

    private Addresses() {}

    static String plain(@Nullable String address) {
        return address == null ? "" : THIS_MACHINE.contains(address) ? "127.0.0.1" : address;
    }
}

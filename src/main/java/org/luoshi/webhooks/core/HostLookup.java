package org.luoshi.webhooks.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses a host has at this moment. */
@FunctionalInterface
interface HostLookup {

    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}

package org.luoshi.webhooks.core;

import java.util.List;

/** A subscription as it is asked for. */
public record NewWebhook(String name, String address, List<String> types) {}

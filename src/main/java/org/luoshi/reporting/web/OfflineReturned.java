package org.luoshi.reporting.web;

import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.offline.OfflineReceipt;

/**
 * What came of one form that was sent back.
 *
 * @param file its name; empty for copied text
 * @param refusal why it was not taken; empty where it was
 */
public record OfflineReturned(String file, @Nullable OfflineReceipt receipt, String refusal) {}

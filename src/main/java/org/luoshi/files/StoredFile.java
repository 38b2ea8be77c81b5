package org.luoshi.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored attachment without its bytes.
 *
 * @param mediaType by content, not by name
 * @param sha256 64 lower-case hex digits
 */
public record StoredFile(
        UUID id, String name, String mediaType, long size, String sha256, UUID storedBy, Instant storedAt) {}

package org.luoshi.ledger.exchange;

import java.util.UUID;

/** An item here that a partner has handed down, with the partner's name for it. */
public record FromPartner(UUID itemId, String item, String partner, UUID packageId) {}
